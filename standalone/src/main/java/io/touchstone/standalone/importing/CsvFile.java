package io.touchstone.standalone.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file whose bytes were read once: its hash, and the encoding in which every byte of it makes sense.
 *
 * @param path the file
 * @param charset UTF-8 where the bytes are valid UTF-8, else GB18030
 * @param byteOrderMark bytes to skip at the beginning, 0 or 3
 * @param sha256 64 hex digits over the whole file, mark included
 * @param bytes length
 */
record CsvFile(Path path, Charset charset, int byteOrderMark, String sha256, long bytes) {

    /** What Chinese Excel writes as "CSV"; a superset of GBK. */
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int CHUNK = 1 << 16;

    /** Reads the file once, in constant memory. */
    static CsvFile inspect(Path path) throws ImportStop {
        try {
            if (Files.isDirectory(path)) {
                throw ImportStop.refused(path + ": is a folder (expected: a CSV file)");
            }
            byte[] head = head(path);
            refuseUtf16(path, head);
            MessageDigest digest = newDigest();
            boolean utf8 = decodes(path, StandardCharsets.UTF_8, digest);
            if (!utf8) {
                digest.reset();
                if (!decodes(path, GB18030, digest)) {
                    throw ImportStop.refused(path + ": neither UTF-8 nor GB18030 (expected: text in one of them)");
                }
            }
            int mark = utf8 && startsWith(head, UTF8_MARK) ? UTF8_MARK.length : 0;
            String hash = HexFormat.of().formatHex(digest.digest());
            return new CsvFile(path, utf8 ? StandardCharsets.UTF_8 : GB18030, mark, hash, Files.size(path));
        } catch (NoSuchFileException e) {
            throw ImportStop.refused(path + ": no such file");
        } catch (IOException e) {
            throw ImportStop.refused(path + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /** The text without its mark. Closing the reader closes the file. */
    Reader open() throws IOException {
        return open(Files.newInputStream(path));
    }

    /** The text, while {@code digest} sees every byte: at the end it tells whether the file is still the same. */
    Reader open(MessageDigest digest) throws IOException {
        return open(new DigestInputStream(Files.newInputStream(path), digest));
    }

    /** A fresh SHA-256. */
    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private Reader open(InputStream bytes) throws IOException {
        // Read and not skipped: a digest sees only what is read.
        bytes.readNBytes(byteOrderMark);
        return new InputStreamReader(bytes, charset);
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(UTF8_MARK.length);
        }
    }

    private static void refuseUtf16(Path path, byte[] head) throws ImportStop {
        boolean little = startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE});
        boolean big = startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF});
        if (little || big) {
            throw ImportStop.refused(path + ": is UTF-16 (expected: UTF-8 or GB18030; save it as \"CSV UTF-8\")");
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && MessageDigest.isEqual(Arrays.copyOf(bytes, prefix.length), prefix);
    }

    /** Whether all bytes are valid in that encoding; the digest has seen all of them exactly then. */
    private static boolean decodes(Path path, Charset charset, MessageDigest digest) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        try (InputStream in = Files.newInputStream(path)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                if (!end) {
                    digest.update(bytes.array(), bytes.position(), read);
                    bytes.position(bytes.position() + read);
                }
                bytes.flip();
                if (!decodeAll(decoder, bytes, chars, end)) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        }
    }

    private static boolean decodeAll(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end) {
        CoderResult result;
        do {
            chars.clear();
            result = decoder.decode(bytes, chars, end);
        } while (result.isOverflow());
        return !result.isError();
    }
}
