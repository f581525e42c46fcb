package io.touchstone.standalone.importing;

import java.io.IOException;
import java.io.Reader;

/**
 * A reader that can go back to the beginning of a line that is not done with yet. The parser reads ahead, and after a broken quote
 * possibly far; going back to the line after the broken one saves the rows that the quote swallowed. Keeps what was read since the
 * last line that was done with, so memory is bounded by the parser's longest look ahead. CR, LF and CR LF end a line.
 */
final class ReplayReader extends Reader {

    private static final int CHUNK = 1 << 14;

    private final Reader source;
    private final char[] chunk = new char[CHUNK];
    private final StringBuilder kept = new StringBuilder();
    private long keptLine = 1;
    private long neededLine = 1;
    private int position;

    ReplayReader(Reader source) {
        this.source = source;
    }

    /** Lines before this one will not be asked for again. */
    void doneBefore(long line) {
        neededLine = Math.max(neededLine, line);
    }

    /** Goes on reading at the beginning of that line, or at the end where the text has no such line. */
    void rewindTo(long line) throws IOException {
        int start = startOf(line);
        while (start < 0 && fill()) {
            start = startOf(line);
        }
        position = start < 0 ? kept.length() : start;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == kept.length()) {
            forget();
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, kept.length() - position);
        kept.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        int read = source.read(chunk, 0, CHUNK);
        if (read > 0) {
            kept.append(chunk, 0, read);
        }
        return read >= 0;
    }

    private void forget() {
        int start = startOf(neededLine);
        if (start > 0) {
            kept.delete(0, start);
            keptLine = neededLine;
            position -= start;
        }
    }

    /** Where the line begins in the kept text; -1 where that is not read yet (a CR at the end may become CR LF). */
    private int startOf(long line) {
        long current = keptLine;
        int at = 0;
        while (current < line && at < kept.length()) {
            char c = kept.charAt(at++);
            if (c == '\r' && at < kept.length() && kept.charAt(at) == '\n') {
                at++;
            } else if (c == '\r' && at == kept.length()) {
                return -1;
            }
            if (c == '\n' || c == '\r') {
                current++;
            }
        }
        return current == line ? at : -1;
    }
}
