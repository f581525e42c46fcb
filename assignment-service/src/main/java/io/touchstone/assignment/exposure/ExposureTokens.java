package io.touchstone.assignment.exposure;

import io.touchstone.assignment.pseudonym.Pseudonymizer;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.TopicRecordCodec;
import io.touchstone.model.record.Trust;
import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * The exposure token of an evaluation: what it made due, signed with a key of the environment, so that the caller can report
 * it later without being able to change it. It holds the unit's own id, which the caller knows anyway, and not its
 * pseudonym, which nobody outside may learn. Base64url; a token of another environment is not accepted.
 *
 * <p>Form: version 1, number of exposures, per exposure unit type, unit and a topic record; then the first 16 bytes of
 * HMAC-SHA-256 over all of it.
 */
public final class ExposureTokens {
    /** Longest token that is looked at, in characters. */
    public static final int MAX_LENGTH = 8_192;

    private static final String PURPOSE = "touchstone/exposure-token";
    private static final int VERSION = 1;
    private static final int SIGNATURE_BYTES = 16;
    // The id and the trust of a record come with the event that brings the token back.
    private static final String NO_ID = "-";

    private final Pseudonymizer keys;
    // An initialised Mac per thread and environment: looking one up and keying it costs more than the hash itself.
    private final ThreadLocal<Map<Integer, Mac>> macs = ThreadLocal.withInitial(HashMap::new);

    public ExposureTokens(Pseudonymizer keys) {
        this.keys = keys;
    }

    /** The token of an evaluation's exposures, at least one. */
    public String issue(int environment, List<PendingExposure> exposures) {
        ByteWriter out = new ByteWriter(160).writeByte(VERSION).writeVarLong(exposures.size());
        for (PendingExposure due : exposures) {
            TopicRecord record = new TopicRecord(due.time(), due.time(), NO_ID, Trust.SERVER, due.config(), due.body());
            out.writeText(due.unitType()).writeText(due.unit()).writeBlob(TopicRecordCodec.encode(record));
        }
        byte[] content = out.toBytes();
        byte[] token = Arrays.copyOf(content, content.length + SIGNATURE_BYTES);
        System.arraycopy(signature(environment, content), 0, token, content.length, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The exposures in a token that this environment issued; empty for any other text. */
    public Optional<List<PendingExposure>> open(int environment, String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= SIGNATURE_BYTES) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
            byte[] signed = Arrays.copyOfRange(bytes, content.length, bytes.length);
            return MessageDigest.isEqual(signature(environment, content), signed)
                    ? Optional.of(read(new ByteReader(content)))
                    : Optional.empty();
        } catch (BrokenFormatException | IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }

    private static List<PendingExposure> read(ByteReader in) {
        int version = in.readByte();
        if (version != VERSION) {
            throw new BrokenFormatException("token version: " + version + " (expected: " + VERSION + ")");
        }
        int count = in.readCount();
        List<PendingExposure> exposures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String unitType = in.readText();
            String unit = in.readText();
            TopicRecord record = TopicRecordCodec.decode(in.readBlob());
            if (!(record.body() instanceof TopicRecord.Exposure body)) {
                throw new BrokenFormatException("token: another record (expected: exposures)");
            }
            exposures.add(new PendingExposure(unitType, unit, record.time(), record.config(), body));
        }
        return List.copyOf(exposures);
    }

    private byte[] signature(int environment, byte[] content) {
        Mac mac = macs.get().computeIfAbsent(environment, this::mac);
        return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
    }

    private Mac mac(Integer environment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.purposeKey(environment, PURPOSE));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 (expected: every Java platform has it)", e);
        }
    }
}
