package io.touchstone.core.input;

/** UTF-8 measures of Java text, without encoding it. */
public final class Utf8 {
    private Utf8() {}

    /** Bytes of the text in UTF-8, or −1 if it holds a lone surrogate. Does not allocate. */
    public static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (c < 0x800) {
                    bytes++;
                } else if (!Character.isSurrogate(c)) {
                    bytes += 2;
                } else if (isPair(text, i)) {
                    bytes += 2; // two chars counted, four bytes
                    i++;
                } else {
                    return -1;
                }
            }
        }
        return bytes;
    }

    /** Whether a high and a low surrogate stand at {@code index}. */
    public static boolean isPair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }
}
