package io.touchstone.standalone.importing;

import java.io.Serial;

/** The import cannot go on; the message is the one sentence the user reads. Expected, so without a stack trace. */
public final class ImportStop extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private ImportStop(ExitCode exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    /** The options do not make a command. */
    static ImportStop usage(String sentence) {
        return new ImportStop(ExitCode.USAGE, sentence);
    }

    /** The file, the server or what stands there does not allow it. */
    static ImportStop refused(String sentence) {
        return new ImportStop(ExitCode.REFUSED, sentence);
    }

    /** Not one row could go in, or too many were broken. */
    static ImportStop broken(String sentence) {
        return new ImportStop(ExitCode.BROKEN_ROWS, sentence);
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
