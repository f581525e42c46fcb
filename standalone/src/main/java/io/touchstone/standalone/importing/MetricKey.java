package io.touchstone.standalone.importing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The key that a column's metric or attribute gets. NFKC, lower case; every run of characters other than {@code a-z 0-9 _ . -} becomes
 * one {@code _}; none of {@code _ . -} at either end. A column whose name loses letters that way (Chinese, accents) gets
 * {@code -} and the first 8 hex digits of the SHA-256 of its UTF-8 name behind, so that two such columns differ: {@code 消费金额} is
 * {@code column-…}.
 */
final class MetricKey {

    private static final int MAX_LENGTH = 128;
    private static final int TAG_BYTES = 4;

    private MetricKey() {}

    static String of(String column) {
        String folded =
                Normalizer.normalize(column, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        String key = folded.replaceAll("[^a-z0-9_.-]+", "_").replaceAll("^[_.-]+|[_.-]+$", "");
        boolean lost = key.isEmpty()
                || key.length() > MAX_LENGTH
                || folded.codePoints().anyMatch(MetricKey::isLost);
        if (!lost) {
            return key;
        }
        String tag = "-"
                + HexFormat.of()
                        .formatHex(CsvFile.newDigest().digest(column.getBytes(StandardCharsets.UTF_8)), 0, TAG_BYTES);
        String head = key.isEmpty() ? "column" : key;
        return head.substring(0, Math.min(head.length(), MAX_LENGTH - tag.length())) + tag;
    }

    private static boolean isLost(int codePoint) {
        return codePoint > 0x7F && Character.isLetterOrDigit(codePoint);
    }
}
