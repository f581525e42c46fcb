package io.touchstone.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The last datafile on disk: what a process decides with when it starts while the server is away. Written whole or not at all,
 * readable by its owner alone where the file system knows owners. What fails is reported and changes nothing else.
 */
final class DatafileCopy {
    private static final String PREFIX = "datafile-";
    private static final String UNFINISHED = ".tmp";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final Path file;
    private final Problems problems;
    private final AtomicReference<byte @Nullable []> waiting = new AtomicReference<>();

    /**
     * @param owner what the copy belongs to: server and key. Applications that share a folder, and one that is given another
     *     key, never read the copy of another environment
     */
    DatafileCopy(Path folder, String owner, Problems problems) {
        this.folder = folder;
        this.file = folder.resolve(PREFIX + fingerprint(owner) + ".json");
        this.problems = problems;
    }

    /** The bytes of the copy; null if there is none that can be read. */
    byte @Nullable [] read() {
        try {
            removeAbandoned();
            return contentOf(file);
        } catch (NoSuchFileException e) {
            return null; // the first start
        } catch (IOException | RuntimeException e) {
            problems.report("copy: " + e + " (expected: a readable file)");
            return null;
        }
    }

    /** Writes the copy behind the caller's back; of several that come quickly only the last. */
    void write(byte[] datafile) {
        if (waiting.getAndSet(datafile) == null) {
            Threads.WAITERS.execute(this::writeWaiting);
        }
    }

    /**
     * Content of a file that is no longer than a datafile may be.
     *
     * @throws IOException if it cannot be read, or is longer
     */
    static byte[] contentOf(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(Server.MAX_DATAFILE_BYTES + 1);
            if (content.length > Server.MAX_DATAFILE_BYTES) {
                throw new IOException(path + ": longer (expected: at most " + Server.MAX_DATAFILE_BYTES + " bytes)");
            }
            return content;
        }
    }

    private synchronized void writeWaiting() {
        byte[] datafile = waiting.getAndSet(null);
        if (datafile == null) {
            return;
        }
        try {
            replace(datafile);
        } catch (IOException | RuntimeException e) {
            problems.report("copy: " + e + " (expected: a folder that can be written)");
        }
    }

    private void replace(byte[] datafile) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path unfinished = Files.createTempFile(folder, PREFIX, UNFINISHED, ownerOnly("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(datafile);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                // Before the move: else a power failure could leave the new name without its content.
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A process that was killed while it wrote leaves its piece behind. */
    private void removeAbandoned() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant before = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> pieces = Files.newDirectoryStream(folder, PREFIX + "*" + UNFINISHED)) {
            for (Path piece : pieces) {
                if (Files.getLastModifiedTime(piece).toInstant().isBefore(before)) {
                    Files.deleteIfExists(piece);
                }
            }
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String fingerprint(String owner) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(owner.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (expected: every Java platform has it)", e);
        }
    }
}
