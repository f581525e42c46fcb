package io.touchstone.standalone.importing;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line, checked as far as it can be without the file.
 *
 * @param file the CSV file
 * @param target where the data go
 * @param columns which column means what
 * @param control value of the variant column that marks the control arm
 * @param weights intended weights, control first and then in order of first appearance; empty: equal
 * @param means how means are tested
 * @param mode how to treat a file beside what is there already
 */
record ImportOptions(
        Path file, Target target, Columns columns, String control, List<Integer> weights, Means means, Mode mode) {

    /** The unit is the number of the row. */
    static final String ROW_NUMBER = "@row";

    ImportOptions {
        weights = List.copyOf(weights);
    }

    /**
     * Where the data go.
     *
     * @param project key of the project
     * @param environment key of the environment
     * @param experiment key of the experiment, and of the flag it stands on
     */
    record Target(String project, String environment, String experiment) {}

    /**
     * Names of columns as the user wrote them.
     *
     * @param unit a column, or {@link #ROW_NUMBER}
     * @param variant the column that names the arm
     * @param outcomes each {@code COLUMN}, {@code COLUMN:conversion} or {@code COLUMN:sum}
     * @param covariates numeric columns known before the exposure
     * @param time column with the instant of the exposure; absent: the start of the experiment
     * @param zone of times without an offset; absent: the environment's
     */
    record Columns(
            String unit,
            String variant,
            List<String> outcomes,
            List<String> covariates,
            @Nullable String time,
            @Nullable ZoneId zone) {

        Columns {
            outcomes = List.copyOf(outcomes);
            covariates = List.copyOf(covariates);
        }
    }

    /**
     * How to treat a file beside what is there already.
     *
     * @param append the file holds new rows only, numbering goes on
     * @param keepGoing send what is usable even if many rows are broken
     */
    record Mode(boolean append, boolean keepGoing) {}
}
