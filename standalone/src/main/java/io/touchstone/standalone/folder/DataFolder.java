package io.touchstone.standalone.folder;

import io.touchstone.standalone.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A folder that holds everything an installation remembers.
 *
 * <p>{@code layout} says which version of this arrangement it has; a folder of a newer one is refused, since an older
 * program would not know what it must not touch. A folder with other files in it is refused too.
 */
public final class DataFolder {
    /** The arrangement this program writes. */
    static final int LAYOUT = 1;

    private static final long LEAST_FREE_BYTES = 512L << 20;
    private static final String LAYOUT_FILE = "layout";
    private static final String ADDRESS_FILE = "address";

    private final Path path;
    private final boolean fresh;

    private DataFolder(Path path, boolean fresh) {
        this.path = path;
        this.fresh = fresh;
    }

    /**
     * Creates the folder if it is missing and checks that this program may work in it.
     *
     * @throws RefusedException {@code data_folder_*} with what to do
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        create(path);
        checkWritable(path);
        boolean fresh = checkLayout(path);
        checkSpace(path);
        return new DataFolder(path, fresh);
    }

    /** The folder as a client needs it: nothing is created or checked. */
    public static DataFolder ofClient(Path folder) {
        return new DataFolder(folder.toAbsolutePath().normalize(), false);
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException(
                    "data_folder_no_folder",
                    "data folder: " + path + " (expected: a folder, but " + e.getFile()
                            + " is a file; choose another with --data)");
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static void checkWritable(Path path) {
        try {
            Path probe = Files.createTempFile(path, ".probe", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static RefusedException unwritable(Path path, IOException cause) {
        return new RefusedException(
                "data_folder_unwritable",
                "data folder: " + path + " (expected: a folder this user may write to; change its permissions or choose"
                        + " another with --data)",
                cause);
    }

    /** True if the folder is new. */
    private static boolean checkLayout(Path path) {
        Path file = path.resolve(LAYOUT_FILE);
        try {
            if (!Files.exists(file)) {
                refuseForeignFiles(path);
                write(file, LAYOUT + "\n");
                return true;
            }
            String text = Files.readString(file).strip();
            int layout = text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
            if (layout == 0) {
                throw new RefusedException(
                        "data_folder_layout_unreadable",
                        "data folder: " + path + " has no readable layout version in " + file
                                + " (expected: a number; restore the folder from its backup or choose another with"
                                + " --data)");
            }
            if (layout > LAYOUT) {
                throw new RefusedException(
                        "data_folder_too_new",
                        "data folder: " + path + " has layout " + layout + " (expected: " + LAYOUT
                                + ", as a newer Touchstone wrote it; start that one or choose another folder with --data)");
            }
            return false;
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static void refuseForeignFiles(Path path) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, entry -> !isIncidental(entry))) {
            if (entries.iterator().hasNext()) {
                throw new RefusedException(
                        "data_folder_foreign",
                        "data folder: " + path + " holds files that are not Touchstone's (expected: an empty or new"
                                + " folder; choose another with --data)");
            }
        }
    }

    private static boolean isIncidental(Path entry) {
        String name = entry.getFileName().toString();
        // A mounted disk brings lost+found; desktops and tools leave hidden files.
        return name.startsWith(".") || name.equals("lost+found");
    }

    private static void checkSpace(Path path) {
        long free;
        try {
            free = Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        if (free < LEAST_FREE_BYTES) {
            throw new RefusedException(
                    "data_folder_full",
                    "data folder: " + path + " has " + (free >> 20) + " MB free (expected: at least "
                            + (LEAST_FREE_BYTES >> 20) + " MB; make room or choose another with --data)");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public Path path() {
        return path;
    }

    /** Whether {@link #open} found nothing there. */
    public boolean fresh() {
        return fresh;
    }

    /** Subfolder for one part of the program; that part creates it. */
    public Path part(String name) {
        return path.resolve(name);
    }

    public Secrets secrets() {
        return new Secrets(path.resolve("secrets"));
    }

    /** Notes where the API answers, for the commands that talk to a running Touchstone. */
    public void publishAddress(URI address) {
        try {
            write(path.resolve(ADDRESS_FILE), address + "\n");
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Where the API of this folder's Touchstone answered last; empty before its first start. */
    public Optional<URI> address() {
        try {
            return Optional.of(
                    URI.create(Files.readString(path.resolve(ADDRESS_FILE)).strip()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
