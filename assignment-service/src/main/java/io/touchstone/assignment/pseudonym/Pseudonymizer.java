package io.touchstone.assignment.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns the id of a unit into its pseudonym: the first 16 bytes of HMAC-SHA-256(environment key, unit type + "/" + unit).
 * The same unit has different pseudonyms in two environments. Safe for use by many threads.
 */
public final class Pseudonymizer {
    /** Bytes of a pseudonym. */
    public static final int LENGTH = 16;

    private final MasterKey master;
    private final Map<Integer, SecretKeySpec> environmentKeys = new ConcurrentHashMap<>();

    // An initialised Mac per thread and environment: looking one up and keying it costs more than the hash itself.
    private final ThreadLocal<Map<Integer, Mac>> macs = ThreadLocal.withInitial(HashMap::new);

    public Pseudonymizer(MasterKey master) {
        this.master = master;
    }

    /**
     * @param environment number of the environment
     * @param unitType for example {@code user}
     * @param unit the id, valid Unicode
     * @return 16 bytes
     */
    public byte[] pseudonym(int environment, String unitType, String unit) {
        Mac mac = macs.get().computeIfAbsent(environment, this::mac);
        mac.update(unitType.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '/');
        return Arrays.copyOf(mac.doFinal(unit.getBytes(StandardCharsets.UTF_8)), LENGTH);
    }

    /**
     * A key for another purpose within an environment: HMAC-SHA256(environment key, purpose).
     *
     * @param purpose a constant such as {@code touchstone/exposure-token}; never text from outside
     */
    public SecretKeySpec purposeKey(int environment, String purpose) {
        Mac mac = mac(environment);
        return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII)), "HmacSHA256");
    }

    private Mac mac(Integer environment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(environmentKeys.computeIfAbsent(environment, master::environmentKey));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 (expected: every Java platform has it)", e);
        }
    }
}
