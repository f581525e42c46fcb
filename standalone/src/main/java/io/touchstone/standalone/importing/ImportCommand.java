package io.touchstone.standalone.importing;

import java.util.List;

/**
 * The command {@code ./touchstone import}. Answers 0 when at least one row went in or the file was in already, 1 when it was refused
 * or given up, 2 when the options are wrong, 3 when no row, or too few, could be read and nothing was sent.
 */
public final class ImportCommand {

    private final EventSender.Surroundings around;

    /** With the real clock. */
    public ImportCommand() {
        this(EventSender.Surroundings.real());
    }

    ImportCommand(EventSender.Surroundings around) {
        this.around = around;
    }

    /** Runs it to the end; prints what happens and why it stopped. Returns the exit code. */
    public int run(List<String> args, ImportEnvironment environment) {
        if (args.contains("--help") || args.contains("-h")) {
            environment.out().println(OptionParser.USAGE);
            return ExitCode.DONE.number();
        }
        try {
            ImportOptions options = OptionParser.parse(args);
            return new ImportRun(options, environment, around).run().number();
        } catch (ImportStop stop) {
            environment.err().println("import: " + stop.getMessage());
            if (stop.exitCode() == ExitCode.USAGE) {
                environment.err().println(OptionParser.USAGE);
            }
            return stop.exitCode().number();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            environment.err().println("import: interrupted; run the same command again to go on");
            return ExitCode.REFUSED.number();
        }
    }
}
