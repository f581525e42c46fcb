package io.touchstone.assignment.ingestion;

import io.touchstone.assignment.exposure.ExposureTokens;
import io.touchstone.assignment.exposure.PendingExposure;
import io.touchstone.assignment.kafka.LogRecord;
import io.touchstone.assignment.kafka.RecordEncoder;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.event.Event;
import io.touchstone.core.event.ExposureEvent;
import io.touchstone.core.event.OutcomeEvent;
import io.touchstone.core.event.ProfileEvent;
import io.touchstone.core.event.TokenExposure;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.input.Utf8;
import io.touchstone.core.time.Rfc3339;
import io.touchstone.model.access.ImportGrant;
import io.touchstone.model.record.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns one well-formed event into records of the event log, or says why it is not accepted. An outcome or profile becomes a
 * record per identity; an exposure one of its experiment's unit type. An experiment that the published documents do not
 * know may be newer than they are: its exposure is accepted if it names a single identity, and the pipeline judges it by
 * its {@code config}.
 */
final class EventJudge {
    /** How far ahead of the server's clock an event may be. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final RecordEncoder encoder;
    private final ExposureTokens tokens;

    EventJudge(RecordEncoder encoder, ExposureTokens tokens) {
        this.encoder = encoder;
        this.tokens = tokens;
    }

    /**
     * @param received server clock, epoch milliseconds
     * @throws InvalidInputException {@code time_in_future}, {@code experiment_unknown}, {@code unit_missing},
     *     {@code import_mismatch}
     */
    List<LogRecord> records(Sender sender, Event event, long received) {
        checkTime(event.timeMillis(), received);
        int environment = sender.snapshot().environment();
        return switch (event) {
            case ExposureEvent exposure -> {
                checkImport(sender.grant(), exposure.experiment(), exposure.phase());
                String unitType = unitType(sender, exposure);
                String unit = exposure.units().get(unitType);
                if (unit == null) {
                    throw InvalidInputException.of(
                            "unit_missing",
                            "units",
                            types(exposure.units()),
                            "a " + unitType + ", unit of " + exposure.experiment());
                }
                yield List.of(
                        encoder.encode(environment, unitType, unit, record(sender, event, received, body(exposure))));
            }
            case OutcomeEvent outcome -> {
                TopicRecord.Outcome body =
                        new TopicRecord.Outcome(outcome.name(), outcome.value(), outcome.properties());
                yield encoder.encode(environment, event.units(), record(sender, event, received, body));
            }
            case ProfileEvent profile -> {
                TopicRecord.Profile body = new TopicRecord.Profile(profile.attributes());
                yield encoder.encode(environment, event.units(), record(sender, event, received, body));
            }
        };
    }

    /**
     * The exposures that an evaluation's token stands for. The first takes the event's id; the others, of holdouts, take ids
     * derived from it: one id would make them duplicates of each other.
     *
     * @throws InvalidInputException {@code token_invalid}, {@code time_in_future}, {@code import_mismatch}
     */
    List<LogRecord> records(Sender sender, TokenExposure event, long received) {
        if (sender.grant() != null) {
            throw InvalidInputException.of("import_mismatch", "token", "of an evaluation", "no tokens in an import");
        }
        int environment = sender.snapshot().environment();
        List<PendingExposure> exposures = tokens.open(environment, event.token())
                .orElseThrow(() -> InvalidInputException.of(
                        "token_invalid", "token", event.token(), "as an evaluation of this environment gave it"));
        Long ownTime = event.timeMillis();
        List<LogRecord> records = new ArrayList<>(exposures.size());
        for (PendingExposure due : exposures) {
            long time = ownTime == null ? due.time() : ownTime;
            checkTime(time, received);
            String id = records.isEmpty()
                    ? event.id()
                    : derived(event.id(), due.body().experiment());
            TopicRecord record = new TopicRecord(received, time, id, sender.trust(), due.config(), due.body());
            records.add(encoder.encode(environment, due.unitType(), due.unit(), record));
        }
        return records;
    }

    private static void checkTime(long time, long received) {
        if (time > received + CLOCK_TOLERANCE.toMillis()) {
            throw InvalidInputException.of(
                    "time_in_future",
                    "time",
                    Rfc3339.format(time),
                    "at most 5 minutes after the server's " + Rfc3339.format(received));
        }
    }

    private static void checkImport(@Nullable ImportGrant grant, String experiment, int phase) {
        if (grant != null && !(grant.experiment().equals(experiment) && grant.phase() == phase)) {
            throw InvalidInputException.of(
                    "import_mismatch",
                    "experiment",
                    experiment + " phase " + phase,
                    grant.experiment() + " phase " + grant.phase() + ", which the import fills");
        }
    }

    private static String unitType(Sender sender, ExposureEvent exposure) {
        return sender.snapshot().experiments().unitType(exposure.experiment()).orElseGet(() -> {
            if (exposure.units().size() > 1) {
                throw InvalidInputException.of(
                        FaultCode.EXPERIMENT_UNKNOWN,
                        "experiment",
                        exposure.experiment(),
                        "published, or a single identity");
            }
            return exposure.units().typeAt(0);
        });
    }

    private static TopicRecord record(Sender sender, Event event, long received, TopicRecord.Body body) {
        Long config = event.config();
        return new TopicRecord(
                received,
                event.timeMillis(),
                event.id(),
                sender.trust(),
                config == null ? sender.snapshot().version() : config,
                body);
    }

    private static TopicRecord.Exposure body(ExposureEvent exposure) {
        return new TopicRecord.Exposure(
                orEmpty(exposure.flag()),
                exposure.experiment(),
                exposure.phase(),
                exposure.variant(),
                orEmpty(exposure.reason()),
                exposure.propensity(),
                exposure.attributes());
    }

    private static String derived(String id, String experiment) {
        String readable = id + "/" + experiment;
        return Utf8.length(readable) <= Limits.ID_BYTES ? readable : sha256(readable);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (expected: every Java platform has it)", e);
        }
    }

    private static String types(Units units) {
        List<String> types = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            types.add(units.typeAt(i));
        }
        return String.join(", ", types);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
