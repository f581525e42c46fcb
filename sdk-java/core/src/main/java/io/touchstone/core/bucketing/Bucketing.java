package io.touchstone.core.bucketing;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.input.Utf8;

/**
 * Hashing a unit to a millionth: {@code floor(murmur3_x86_32(utf8(salt + "/" + id), seed 0) * 1,000,000 / 2^32)}, 0 to
 * 999,999. MurmurHash3_x86_32 is Austin Appleby's, of SMHasher. The state after {@code salt + "/"} is kept, and the id is hashed
 * as the UTF-8 it would have, without encoding it: no allocation. Immutable.
 */
public final class Bucketing {
    /** Buckets, also the unit of shares and slots. */
    public static final int BUCKETS = 1_000_000;

    private static final int C1 = 0xcc9e2d51;
    private static final int C2 = 0x1b873593;

    /** Hash of the whole words of the prefix. */
    private final int prefixHash;
    /** The bytes of the prefix after its last whole word, first byte lowest. */
    private final int prefixRest;
    /** How many bits of {@link #prefixRest} are taken: 0, 8, 16 or 24. */
    private final int prefixRestBits;

    private final int prefixBytes;

    /**
     * @param salt any text
     * @throws InvalidInputException {@code text_surrogate}
     */
    public Bucketing(String salt) {
        byte[] prefix = (salt + "/").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Limits.utf8Length("salt", salt);
        int words = prefix.length / 4;
        int hash = 0;
        for (int i = 0; i < words; i++) {
            hash = mix(hash, word(prefix, 4 * i, 4));
        }
        this.prefixHash = hash;
        this.prefixRestBits = 8 * (prefix.length % 4);
        this.prefixRest = word(prefix, 4 * words, prefix.length % 4);
        this.prefixBytes = prefix.length;
    }

    /**
     * The bucket of an id under this salt, 0 to 999,999.
     *
     * @throws InvalidInputException {@code text_surrogate} if the id holds a lone surrogate
     */
    public int bucket(String id) {
        return (int) ((hash(id) & 0xffff_ffffL) * BUCKETS >>> 32);
    }

    /** The 32-bit hash of {@code salt + "/" + id}. @throws InvalidInputException {@code text_surrogate} */
    int hash(String id) {
        int length = id.length();
        int hash = prefixHash;
        int rest = prefixRest;
        int bits = prefixRestBits;
        for (int i = 0; i + 4 <= length; i += 4) {
            int a = id.charAt(i);
            int b = id.charAt(i + 1);
            int c = id.charAt(i + 2);
            int d = id.charAt(i + 3);
            if ((a | b | c | d) >= 0x80) {
                return hashFrom(id, i, hash, rest & 0xffff_ffffL, bits, prefixBytes + i);
            }
            int word = a | b << 8 | c << 16 | d << 24;
            hash = mix(hash, rest | word << bits);
            rest = word >>> 1 >>> (31 - bits); // nothing where no bits are taken: a shift by 32 would leave all
        }
        if (bits == 0 && (length & 3) == 0) {
            return finish(hash, prefixBytes + length);
        }
        int from = length & ~3;
        return hashFrom(id, from, hash, rest & 0xffff_ffffL, bits, prefixBytes + from);
    }

    /** Goes on char by char, whatever the char. At most 7 bytes are pending: 3 kept and 4 new. */
    private static int hashFrom(String id, int from, int hash, long rest, int bits, int bytes) {
        for (int i = from; i < id.length(); i++) {
            int codePoint = codePointAt(id, i);
            int count = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            rest |= utf8(codePoint, count) << bits;
            bits += 8 * count;
            bytes += count;
            if (bits >= 32) {
                hash = mix(hash, (int) rest);
                rest >>>= 32;
                bits -= 32;
            }
            i += count >> 2;
        }
        return finish(bits == 0 ? hash : hash ^ scramble((int) rest), bytes);
    }

    private static int codePointAt(String id, int index) {
        char c = id.charAt(index);
        if (!Character.isSurrogate(c)) {
            return c;
        }
        if (!Utf8.isPair(id, index)) {
            throw new InvalidInputException(
                    FaultCode.TEXT_SURROGATE.code(), "unit: lone surrogate (expected: text that UTF-8 can express)");
        }
        return Character.toCodePoint(c, id.charAt(index + 1));
    }

    /** The UTF-8 bytes of a code point, first byte lowest. */
    private static long utf8(int codePoint, int count) {
        return switch (count) {
            case 1 -> codePoint;
            case 2 -> 0x80C0 | codePoint >> 6 | (codePoint & 0x3f) << 8;
            case 3 -> 0x8080E0 | codePoint >> 12 | (codePoint >> 6 & 0x3f) << 8 | (codePoint & 0x3f) << 16;
            default ->
                0x808080F0L
                        | codePoint >> 18
                        | (codePoint >> 12 & 0x3f) << 8
                        | (codePoint >> 6 & 0x3f) << 16
                        | (long) (codePoint & 0x3f) << 24;
        };
    }

    private static int word(byte[] bytes, int from, int count) {
        int word = 0;
        for (int i = 0; i < count; i++) {
            word |= (bytes[from + i] & 0xff) << 8 * i;
        }
        return word;
    }

    private static int scramble(int word) {
        return Integer.rotateLeft(word * C1, 15) * C2;
    }

    private static int mix(int hash, int word) {
        return Integer.rotateLeft(hash ^ scramble(word), 13) * 5 + 0xe6546b64;
    }

    private static int finish(int hash, int bytes) {
        int h = hash ^ bytes;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
