package io.touchstone.standalone.folder;

import io.touchstone.standalone.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second Touchstone off parts of a data folder. The operating system drops the lock with the process, so nothing
 * is left behind after a crash.
 */
public final class FolderLock implements AutoCloseable {
    private static final String PREFIX = "lock.";

    private final List<FileChannel> channels;

    private FolderLock(List<FileChannel> channels) {
        this.channels = channels;
    }

    /**
     * Takes the named parts.
     *
     * @throws RefusedException {@code data_folder_in_use} naming the process that has one of them
     */
    public static FolderLock take(DataFolder folder, Collection<String> parts) {
        List<FileChannel> taken = new ArrayList<>();
        try {
            for (String part : parts) {
                taken.add(take(folder.path(), folder.path().resolve(PREFIX + part)));
            }
            return new FolderLock(List.copyOf(taken));
        } catch (RuntimeException e) {
            release(taken);
            throw e;
        }
    }

    private static FileChannel take(Path folder, Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new RefusedException(
                        "data_folder_in_use",
                        "data folder: " + folder + " is in use by process " + (holder.isEmpty() ? "?" : holder)
                                + " (expected: one Touchstone per folder; stop the other or choose another folder with"
                                + " --data)");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw new RefusedException(
                    "data_folder_unwritable",
                    "data folder: " + folder + " (expected: lockable; " + e.getMessage()
                            + "; choose another with --data)",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very JVM: as taken as by another.
            return null;
        }
    }

    private static void release(List<FileChannel> channels) {
        for (FileChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                // The end of the process releases it.
            }
        }
    }

    @Override
    public void close() {
        release(channels);
    }
}
