package io.touchstone.report.answer;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.SampleRatio;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of a report; {@code docs/formats/report.md}. Doubles are the shortest text that reads back to the same number; a
 * number that does not exist is left out, with its reason beside it, and never null.
 */
public final class ReportJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonGenerator out;

    private ReportJson(JsonGenerator out) {
        this.out = out;
    }

    /** UTF-8 bytes. */
    public static byte[] write(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            new ReportJson(out).report(report);
        }
        return bytes.toByteArray();
    }

    private void report(Report report) {
        ReportScope scope = report.scope();
        out.writeStartObject();
        out.writeStringProperty("experiment", scope.experiment().key());
        out.writeNumberProperty("phase", scope.phase().number());
        out.writeStringProperty("state", scope.phase().state().key());
        out.writeStringProperty("asOf", scope.asOf().toString());
        out.writeStringProperty("zone", scope.catalog().zone().getId());
        out.writeNumberProperty("config", scope.catalog().version());
        number("alpha", scope.phase().plan().alpha());
        freshness(report.freshness());
        sampleRatio(report.sampleRatio());
        out.writeArrayPropertyStart("metrics");
        report.metrics().forEach(this::metric);
        out.writeEndArray();
        health(report.health());
        warnings(report.warnings());
        out.writeEndObject();
    }

    private void freshness(Freshness freshness) {
        out.writeObjectPropertyStart("freshness");
        freshness.countedThrough().ifPresent(through -> out.writeStringProperty("countedThrough", through.toString()));
        freshness.lagMillis().ifPresent(lag -> out.writeNumberProperty("lagMillis", lag));
        out.writeBooleanProperty("provisional", freshness.provisional());
        out.writeEndObject();
    }

    private void sampleRatio(SampleRatioReport ratio) {
        out.writeObjectPropertyStart("srm");
        switch (ratio.result()) {
            case Estimated<SampleRatio>(SampleRatio found) -> {
                number("statistic", found.statistic());
                out.writeNumberProperty("df", found.degreesOfFreedom());
                number("p", found.p());
                out.writeBooleanProperty("mismatch", found.p() < SampleRatioReport.MISMATCH_BELOW);
                out.writeArrayPropertyStart("expected");
                found.expected().forEach(this::number);
                out.writeEndArray();
            }
            case NotEstimable<SampleRatio> missing -> absence(Absence.of(missing));
        }
        out.writeArrayPropertyStart("observed");
        ratio.observed().forEach(out::writeNumber);
        out.writeEndArray();
        out.writeArrayPropertyStart("variants");
        ratio.variants().forEach(out::writeString);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void metric(MetricReport report) {
        out.writeStartObject();
        out.writeStringProperty("key", report.metric().key());
        out.writeNumberProperty("version", report.metric().version());
        out.writeStringProperty("kind", report.metric().kind().key());
        out.writeStringProperty("role", report.role().key());
        out.writeStringProperty("direction", report.metric().direction().key());
        out.writeStringProperty("unit", report.metric().unit());
        out.writeArrayPropertyStart("variants");
        report.variants().forEach(this::variant);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void variant(VariantReport variant) {
        ArmFigures figures = variant.figures();
        Contrast contrast = variant.contrast();
        out.writeStartObject();
        out.writeStringProperty("key", variant.key());
        out.writeBooleanProperty("control", variant.control());
        out.writeNumberProperty("units", figures.units());
        out.writeNumberProperty("waiting", figures.waiting());
        figures.count().ifPresent(count -> out.writeNumberProperty("count", count));
        figures.value().ifPresent(value -> number("value", value));
        figures.variance().ifPresent(variance -> number("variance", variance));
        figures.capped().ifPresent(capped -> out.writeNumberProperty("capped", capped));
        contrast.absolute().ifPresent(this::absolute);
        contrast.relative().ifPresent(this::relative);
        if (!contrast.warnings().isEmpty()) {
            warnings(contrast.warnings());
        }
        contrast.notEstimable().ifPresent(this::absence);
        out.writeEndObject();
    }

    private void absolute(Absolute absolute) {
        out.writeObjectPropertyStart("absolute");
        number("estimate", absolute.estimate());
        absolute.test().ifPresent(test -> {
            number("se", test.standardError());
            number("statistic", test.statistic());
            test.degreesOfFreedom().ifPresent(df -> number("df", df));
            ends(test.interval());
            number("p", test.p());
        });
        out.writeStringProperty("method", absolute.method());
        absolute.newcombe().ifPresent(newcombe -> {
            out.writeObjectPropertyStart("newcombe");
            ends(newcombe);
            out.writeEndObject();
        });
        out.writeEndObject();
    }

    private void relative(Relative relative) {
        out.writeObjectPropertyStart("relative");
        relative.estimate().ifPresent(estimate -> number("estimate", estimate));
        relative.interval().ifPresent(this::ends);
        out.writeStringProperty("method", relative.method());
        relative.notEstimable().ifPresent(this::absence);
        out.writeEndObject();
    }

    private void health(List<VariantHealth> health) {
        out.writeObjectPropertyStart("health");
        out.writeArrayPropertyStart("variants");
        for (VariantHealth variant : health) {
            out.writeStartObject();
            out.writeStringProperty("key", variant.key());
            out.writeNumberProperty("units", variant.units());
            out.writeNumberProperty("crossovers", variant.crossovers());
            out.writeNumberProperty("late", variant.late());
            out.writeNumberProperty("lateExposures", variant.lateExposures());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void warnings(List<Warning> warnings) {
        out.writeArrayPropertyStart("warnings");
        for (Warning warning : warnings) {
            out.writeStartObject();
            out.writeStringProperty("code", warning.code());
            out.writeStringProperty("detail", warning.detail());
            warning.numbers().forEach(this::number);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void absence(Absence absence) {
        out.writeObjectPropertyStart("notEstimable");
        out.writeStringProperty("code", absence.code());
        out.writeStringProperty("reason", absence.reason());
        out.writeEndObject();
    }

    private void ends(Interval interval) {
        number("low", interval.low());
        number("high", interval.high());
    }

    private void number(String name, double value) {
        out.writeName(name);
        number(value);
    }

    private void number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("report number: " + value + " (expected: finite)");
        }
        out.writeNumber(value);
    }
}
