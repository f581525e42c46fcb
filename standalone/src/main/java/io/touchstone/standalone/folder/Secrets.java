package io.touchstone.standalone.folder;

import io.touchstone.standalone.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Secrets of an installation, made at first need: files of mode 0600 in a folder of mode 0700. Who copies the data without
 * this folder has pseudonyms nobody can resolve and a database nobody can enter.
 */
public final class Secrets {
    private static final int RANDOM_BYTES = 32;
    private static final String PSEUDONYM_KEY = "pseudonym.key";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** Password of the embedded database's roles. */
    public String databasePassword() {
        return readOrCreate("database.password", Secrets::randomText);
    }

    /** The database password if one was ever made here. */
    public Optional<String> knownDatabasePassword() {
        return read("database.password");
    }

    /** With which the launcher's commands act as an operator; absent while Touchstone was never started here. */
    public Optional<String> operatorToken() {
        return read("operator.token");
    }

    /** The launcher's token; {@code made} gives the text of a new one where there is none. */
    public String operatorToken(Supplier<String> made) {
        return readOrCreate("operator.token", made);
    }

    /** The file of {@link #pseudonymKeyFile()} if it exists. */
    public Optional<Path> knownPseudonymKeyFile() {
        return Optional.of(folder.resolve(PSEUDONYM_KEY)).filter(Files::exists);
    }

    /** File of the key all pseudonyms hang on: 32 random bytes. Without it, old and new events of a person do not meet. */
    public Path pseudonymKeyFile() {
        Path file = folder.resolve(PSEUDONYM_KEY);
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[RANDOM_BYTES];
                RANDOM.nextBytes(key);
                create(file, key);
            }
            return file;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static String randomText() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private String readOrCreate(String name, Supplier<String> made) {
        Optional<String> existing = read(name);
        if (existing.isPresent()) {
            return existing.get();
        }
        String text = made.get();
        try {
            create(folder.resolve(name), (text + "\n").getBytes(StandardCharsets.US_ASCII));
            return text;
        } catch (IOException e) {
            throw unusable(folder.resolve(name), e);
        }
    }

    private Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Complete before it has its name, and never readable by others, not even for a moment. */
    private void create(Path file, byte[] content) throws IOException {
        ensureFolder();
        Path draft = Files.createTempFile(folder, ".new", "", permissions("rw-------"));
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void ensureFolder() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder, permissions("rwx------"));
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static FileAttribute<?>[] permissions(String text) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    private static RefusedException unusable(Path file, IOException cause) {
        return new RefusedException(
                "secret_unusable", "secret: " + file + " (expected: readable and writable by this user)", cause);
    }
}
