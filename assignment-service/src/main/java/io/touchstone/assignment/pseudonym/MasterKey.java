package io.touchstone.assignment.pseudonym;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key all pseudonyms hang on: 32 random bytes in a file of mode 0600, apart from the data. Who loses it can no longer
 * find a person's data; who changes it makes every unit a stranger.
 */
public final class MasterKey {
    /** Bytes of the key. */
    public static final int LENGTH = 32;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final SecretKeySpec secret;

    private MasterKey(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException(
                    "master key: " + secret.length + " bytes (expected: " + LENGTH + " bytes)");
        }
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * @param secret exactly 32 bytes
     * @throws IllegalArgumentException for another length
     */
    public static MasterKey of(byte[] secret) {
        return new MasterKey(secret);
    }

    /**
     * Reads the key.
     *
     * @throws IllegalStateException when the file is missing, has another length or is readable by group or others; the
     *     message says what to do
     */
    public static MasterKey read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("master key file: " + file
                    + " (expected: an existing file of 32 random bytes, mode 0600; restore it from its backup, or for a new"
                    + " installation: head -c 32 /dev/urandom > FILE && chmod 600 FILE)");
        }
        try {
            refuseOpenPermissions(file);
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != LENGTH) {
                throw new IllegalStateException("master key file: " + file + " has " + bytes.length
                        + " bytes (expected: exactly " + LENGTH + ")");
            }
            MasterKey key = new MasterKey(bytes);
            Arrays.fill(bytes, (byte) 0);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("master key file: " + file + " (expected: readable)", e);
        }
    }

    /** Reads the key, after having made one where there was none (mode 0600; its folder must exist). */
    public static MasterKey readOrCreate(Path file) {
        if (!Files.exists(file)) {
            create(file);
        }
        return read(file);
    }

    /** The key of one environment: HMAC-SHA256(master, "touchstone/environment/" + number). */
    SecretKeySpec environmentKey(int environment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            byte[] derived = mac.doFinal(("touchstone/environment/" + environment).getBytes(StandardCharsets.US_ASCII));
            return new SecretKeySpec(derived, "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 (expected: every Java platform has it)", e);
        }
    }

    private static void create(Path file) {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        try {
            // Complete before it has its name: a crash between the two must not leave a short key behind.
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".master", ".key", ownerOnly(file));
            Files.write(draft, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException another) {
                // Another process of this installation was faster; its key is as good.
            } catch (UnsupportedOperationException noLinks) {
                Files.move(draft, file);
            }
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("master key file: " + file + " (expected: a writable folder)", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static void refuseOpenPermissions(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(file));
        permissions.remove(PosixFilePermission.OWNER_READ);
        permissions.remove(PosixFilePermission.OWNER_WRITE);
        permissions.remove(PosixFilePermission.OWNER_EXECUTE);
        if (!permissions.isEmpty()) {
            throw new IllegalStateException(
                    "master key file: " + file + " is open to " + permissions + " (expected: mode 0600; chmod 600 it)");
        }
    }

    @Override
    public String toString() {
        return "MasterKey[secret]";
    }
}
