package io.touchstone.standalone.importing;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole file read as if it were sent: what would go in, before anything does. */
final class Check {

    private final Survey survey;
    private final BrokenRows broken = new BrokenRows();
    private final UnitLedger units = new UnitLedger();
    private final long[] happened;
    private final double[] totals;
    private final double[] magnitudes;
    private long rows;
    private long usable;

    private Check(Survey survey) {
        this.survey = survey;
        int outcomes = survey.layout().outcomes().size();
        happened = new long[outcomes];
        totals = new double[outcomes];
        magnitudes = new double[outcomes];
    }

    /** Reads the file; {@code tooLate} as for {@link RowMapper}. */
    static Check of(CsvFile source, Survey survey, Instant tooLate)
            throws ImportStop, IOException, InterruptedException {
        Check check = new Check(survey);
        RowMapper mapper = new RowMapper(survey.layout(), tooLate);
        check.rows = FilePass.over(source.open(), survey, mapper, 1, check::take);
        return check;
    }

    private void take(RowResult result) {
        switch (result) {
            case RowResult.Usable usableRow -> take(usableRow.row());
            case RowResult.Broken brokenRow -> broken.add(brokenRow);
            case RowResult.Blank _ -> throw new IllegalStateException("blank rows are not counted");
        }
    }

    private void take(UnitRow row) {
        usable++;
        units.see(row.unit(), survey.variants().indexOf(row.variant()));
        List<@Nullable Double> outcomes = row.outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            @Nullable Double value = outcomes.get(i);
            if (value != null) {
                happened[i]++;
                totals[i] += value;
                magnitudes[i] += Math.abs(value);
            }
        }
    }

    /** Rows of the file, broken ones included. */
    long rows() {
        return rows;
    }

    /** Rows that can be sent. */
    long usable() {
        return usable;
    }

    BrokenRows broken() {
        return broken;
    }

    UnitLedger units() {
        return units;
    }

    /** Rows with an event of that outcome. */
    long happened(int outcome) {
        return happened[outcome];
    }

    /** Sum of an outcome's values. */
    double total(int outcome) {
        return totals[outcome];
    }

    /** Sum of an outcome's absolute values: the scale of its rounding. */
    double magnitude(int outcome) {
        return magnitudes[outcome];
    }

    /** Each usable row is another unit, so totals of rows are totals of units. */
    boolean oneRowAUnit() {
        return units.exact() && units.units() == usable;
    }
}
