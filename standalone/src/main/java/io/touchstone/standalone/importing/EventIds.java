package io.touchstone.standalone.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Ids of an import's events: the first 16 bytes, in hex, of the SHA-256 of the UTF-8 text
 *
 * <pre>environment LF import LF row LF kind:column</pre>
 *
 * with the environment as {@code project/environment}, the row's number in decimal, and {@code exposure}, {@code outcome} or
 * {@code profile} before the column ({@code profile:} has none). Sending a row again therefore changes nothing. For one thread.
 */
final class EventIds {

    private static final int BYTES = 16;

    private final MessageDigest digest = CsvFile.newDigest();
    private final String prefix;

    EventIds(String environment, String importId) {
        this.prefix = environment + "\n" + importId + "\n";
    }

    /** {@code part}: kind and column. */
    String of(long row, String part) {
        byte[] hash = digest.digest((prefix + row + "\n" + part).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
