package io.touchstone.model.record;

import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;
import java.util.Arrays;

/**
 * Whose event a record is: key of the events topic, and of the unit's state.
 *
 * @param environment number of the environment
 * @param unitType what is randomised: {@code user}, {@code device}, ...
 * @param pseudonym the first 16 bytes of HMAC-SHA-256(environment key, unitType/unit)
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written out below
public record TopicKey(int environment, String unitType, byte[] pseudonym) {

    /** Length of a pseudonym in bytes. */
    public static final int PSEUDONYM_BYTES = 16;

    /** Checks the length of the pseudonym. */
    public TopicKey {
        if (pseudonym.length != PSEUDONYM_BYTES) {
            throw new IllegalArgumentException(
                    "pseudonym: " + pseudonym.length + " bytes (expected: " + PSEUDONYM_BYTES + ")");
        }
    }

    /** Environment (four bytes), pseudonym, unit type. */
    public byte[] encode() {
        return new ByteWriter(32)
                .writeInt(environment)
                .writeRaw(pseudonym)
                .writeText(unitType)
                .toBytes();
    }

    /** @throws BrokenFormatException if the bytes are no key */
    public static TopicKey decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int environment = in.readInt();
        byte[] pseudonym = in.readRaw(PSEUDONYM_BYTES);
        return new TopicKey(environment, in.readText(), pseudonym);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TopicKey that
                && environment == that.environment
                && unitType.equals(that.unitType)
                && Arrays.equals(pseudonym, that.pseudonym);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pseudonym);
    }
}
