package io.touchstone.assignment.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the last publications on disk, one file per environment, with which a data plane starts and goes on while the
 * database is away. Files have mode 0600 (they hold the access list), are replaced whole, and carry a checksum: a broken one
 * is named in the log and ignored.
 *
 * <p>Form: a line {@code touchstone-publication 1 <sha256 of the rest>}, then environment and version, then four texts
 * (length and UTF-8 bytes each).
 */
public final class DiskCopy {
    private static final Logger log = LoggerFactory.getLogger(DiskCopy.class);
    private static final String MAGIC = "touchstone-publication 1 ";
    private static final int HEADER_BYTES = MAGIC.length() + 64 + 1;
    private static final String SUFFIX = ".publication";

    private final Path folder;

    /** @param folder created with mode 0700 where absent */
    public DiskCopy(Path folder) {
        this.folder = folder;
    }

    /** Every publication that can be read; a broken file is logged and left out. */
    public List<Publication> readAll() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Publication> publications = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "environment-*" + SUFFIX)) {
            for (Path file : files) {
                read(file, publications);
            }
        } catch (IOException e) {
            log.error("disk copy: {} cannot be listed (expected: a readable folder): {}", folder, e.toString());
        }
        return List.copyOf(publications);
    }

    /**
     * Replaces the copy of one environment.
     *
     * @throws IOException when the folder cannot be written; the copy before stays as it was
     */
    public void write(Publication publication) throws IOException {
        Files.createDirectories(folder, attributes("rwx------"));
        byte[] body = encode(publication);
        byte[] header = (MAGIC + sha256(body) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path target = folder.resolve("environment-" + publication.environment() + SUFFIX);
        Path draft = Files.createTempFile(folder, ".draft-", ".tmp", attributes("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(new ByteBuffer[] {ByteBuffer.wrap(header), ByteBuffer.wrap(body)});
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void read(Path file, List<Publication> into) {
        try {
            into.add(decode(Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            log.error(
                    "disk copy: {} ignored (expected: an unbroken copy; it is replaced at the next publication): {}",
                    file,
                    e.getMessage());
        }
    }

    static Publication decode(byte[] file) throws IOException {
        if (file.length <= HEADER_BYTES) {
            throw new IOException("length: " + file.length + " bytes (expected: a header and a body)");
        }
        String header = new String(file, 0, HEADER_BYTES, StandardCharsets.US_ASCII);
        ByteBuffer body = ByteBuffer.wrap(file, HEADER_BYTES, file.length - HEADER_BYTES);
        byte[] bodyBytes = new byte[body.remaining()];
        body.duplicate().get(bodyBytes);
        if (!header.equals(MAGIC + sha256(bodyBytes) + "\n")) {
            throw new IOException("checksum: differs (expected: the SHA-256 in the first line, format version 1)");
        }
        return new Publication(body.getInt(), body.getLong(), text(body), text(body), text(body), text(body));
    }

    private static byte[] encode(Publication publication) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(publication.environment())
                .putLong(publication.version())
                .array());
        List<String> texts = List.of(
                publication.datafile(), publication.datafileEtag(), publication.catalog(), publication.accessList());
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            body.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            body.writeBytes(utf8);
        }
        return body.toByteArray();
    }

    private static String text(ByteBuffer body) {
        byte[] utf8 = new byte[body.getInt()];
        body.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (expected: every Java platform has it)", e);
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
