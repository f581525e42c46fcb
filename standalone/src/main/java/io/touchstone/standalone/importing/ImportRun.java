package io.touchstone.standalone.importing;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One run of the command: look at the file, look at the server, send, seal, wait for the report. Everything before the sending can be
 * repeated without an effect, and so can the sending: ids depend on the import, the row and the column only.
 */
final class ImportRun {

    /** As ingestion: an event may be so far ahead of the clock. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final ImportOptions options;
    private final ImportEnvironment environment;
    private final EventSender.Surroundings around;
    private final Summary summary;
    private final Instant began;

    ImportRun(ImportOptions options, ImportEnvironment environment, EventSender.Surroundings around) {
        this.options = options;
        this.environment = environment;
        this.around = around;
        this.summary = new Summary(environment, options);
        this.began = around.clock().instant();
    }

    ExitCode run() throws ImportStop, InterruptedException {
        try (ApiConnection api = new ApiConnection(environment.server())) {
            return run(api);
        } catch (IOException e) {
            throw ImportStop.refused(options.file() + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private ExitCode run(ApiConnection api) throws ImportStop, IOException, InterruptedException {
        CsvFile source = CsvFile.inspect(options.file());
        ControlPlane plane = new ControlPlane(
                api,
                environment.token(),
                around,
                options.target().project(),
                options.target().environment());
        ZoneId zone = environmentZone(plane);
        Survey survey = Survey.of(source, options, zone);
        Check check = Check.of(source, survey, began.plus(CLOCK_TOLERANCE));
        refuseBroken(check);

        ExperimentSetup setup = new ExperimentSetup(plane, options, survey, check);
        StoredExperiment experiment = setup.prepare();
        ImportResource resource = ImportResource.open(plane, options, source, check.rows());
        if (resource.isSealed()) {
            summary.alreadyImported();
            return ExitCode.DONE;
        }
        summary.begin(source, survey, check, resource);
        EventSender sender = send(api, plane, new Load(source, survey, check), destination(experiment, resource));
        resource.seal(plane, check.rows());
        boolean alone = resource.nextRow() == 1 && sender.refused().count() == 0;
        boolean counted = awaitReport(
                plane, new ReportWatch.Expected(options.target().experiment(), setup.metricKeys(), check, alone));
        summary.end(
                check, sender, counted, Duration.between(began, around.clock().instant()));
        return ExitCode.DONE;
    }

    private ZoneId environmentZone(ControlPlane plane) throws ImportStop, InterruptedException {
        ImportOptions.Target target = options.target();
        Optional<JsonNode> found = plane.environment(target.environment());
        if (found.isEmpty()) {
            throw ImportStop.refused("environment " + target.project() + "/" + target.environment()
                    + ": there is none (expected: --project and --environment of one that exists)");
        }
        try {
            return ZoneId.of(found.get().path("zone").asString(""));
        } catch (DateTimeException e) {
            throw ImportStop.refused(
                    "environment " + target.environment() + ": its zone is not known here (" + e.getMessage() + ")");
        }
    }

    private void refuseBroken(Check check) throws ImportStop {
        if (check.usable() == 0) {
            summary.broken(check.broken());
            throw ImportStop.broken("no row can be used, nothing was sent");
        }
        if (check.broken().tooMany(check.rows()) && !options.mode().keepGoing()) {
            summary.broken(check.broken());
            throw ImportStop.broken(Numbers.counted(check.broken().count(), "row") + " of "
                    + Numbers.grouped(check.rows()) + " are broken, nothing was sent (expected: at most one in five;"
                    + " --keep-going sends the rest all the same)");
        }
    }

    private Destination destination(StoredExperiment experiment, ImportResource resource) throws ImportStop {
        if (experiment.start() == null) {
            throw ImportStop.refused("experiment " + options.target().experiment() + ": has no start");
        }
        return new Destination(
                options.target().project() + "/" + options.target().environment(),
                resource,
                experiment,
                options.target().experiment(),
                experiment.start());
    }

    /**
     * What is sent.
     *
     * @param source the file
     * @param survey how to read it
     * @param check what it should give
     */
    private record Load(CsvFile source, Survey survey, Check check) {}

    private EventSender send(ApiConnection api, ControlPlane plane, Load load, Destination to)
            throws ImportStop, IOException, InterruptedException {
        ImportKey key = ImportKey.create(plane, to.resource());
        Progress progress = new Progress(environment, around.clock(), "rows sent", load.check.usable());
        try (EventSender sender = new EventSender(api, key.secret(), around, progress)) {
            sendAll(load, to, sender);
            sender.finish();
            return sender;
        } finally {
            progress.close();
            revoke(plane, key);
        }
    }

    private void sendAll(Load load, Destination to, EventSender sender)
            throws ImportStop, IOException, InterruptedException {
        BatchWriter writer = new BatchWriter(to, load.survey.layout());
        RowMapper mapper = new RowMapper(load.survey.layout(), began.plus(CLOCK_TOLERANCE));
        MessageDigest digest = CsvFile.newDigest();
        FilePass.over(
                load.source.open(digest), load.survey, mapper, to.resource().nextRow(), result -> {
                    if (result instanceof RowResult.Usable(UnitRow row)) {
                        Optional<EventBatch> full = writer.add(row);
                        if (full.isPresent()) {
                            sender.send(full.get());
                        }
                    }
                });
        Optional<EventBatch> rest = writer.finish();
        if (rest.isPresent()) {
            sender.send(rest.get());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(load.source.sha256())) {
            throw ImportStop.refused(
                    options.file() + ": changed while it was read (expected: a file at rest; restore it and"
                            + " run the same command again)");
        }
    }

    /** A leftover key is harmless: it can only send to an import that is sealed, and the next run revokes it. */
    private void revoke(ControlPlane plane, ImportKey key) throws InterruptedException {
        try {
            plane.revokeKey(key.id());
        } catch (ImportStop e) {
            environment.err().println("import: key " + key.id() + " could not be revoked (" + e.getMessage() + ")");
        }
    }

    private boolean awaitReport(ControlPlane plane, ReportWatch.Expected expected) throws InterruptedException {
        Progress progress = new Progress(
                environment,
                around.clock(),
                "units counted",
                expected.check().units().units());
        try {
            return new ReportWatch(plane, around, expected).await(progress);
        } catch (ImportStop e) {
            environment.err().println("import: the report cannot be read yet (" + e.getMessage() + ")");
            return false;
        } finally {
            progress.close();
        }
    }
}
