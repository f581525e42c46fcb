package io.touchstone.console.experiment;

import static io.touchstone.console.ConsoleClient.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.ConsoleServer;
import io.touchstone.console.publication.Published;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.ExperimentStatus;
import io.touchstone.core.datafile.SlotRange;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleEndpointTest {
    private final ConsoleClient operator = ConsoleClient.operator();
    private String environment;
    private String path;

    @BeforeEach
    void newDraft() {
        environment = operator.newEnvironment();
        operator.newFlag(environment, "offer");
        operator.newMetric(environment, "purchase");
        operator.newDraft(environment, "winback", "offer", "[[0,500000]]");
        path = environment + "/experiments/winback";
    }

    @Test
    void start_draft_runsInPhaseOneAndIsPublished() {
        Instant before = ConsoleServer.now();
        Answer started = operator.post(path + "/start", "{}").is(200);

        assertThat(started.at("/state")).isEqualTo("running");
        assertThat(started.at("/phase")).isEqualTo("1");
        assertThat(started.at("/phases/0/metrics/0/version")).isEqualTo("1");
        Datafile datafile = Published.datafile(environment);
        ExperimentDefinition published = datafile.experiments().getFirst();
        assertThat(published.status()).isEqualTo(ExperimentStatus.RUNNING);
        assertThat(published.slots()).containsExactly(new SlotRange(0, 500_000));
        assertThat(Duration.between(before, published.activeFrom()))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(50));
        assertThat(datafile.flags().getFirst().rules()).containsExactly(new ExperimentRule("winback"));
        PhaseFacts phase = phase(1);
        assertThat(phase.state()).isEqualTo(PhaseState.RUNNING);
        assertThat(phase.metrics().getFirst().metric()).isEqualTo(new MetricRef("purchase", 1));
        assertThat(phase.activeFrom()).isEqualTo(published.activeFrom());
        assertThat(Published.catalog(environment).version()).isEqualTo(datafile.version());
        assertThat(Published.accessList(environment).version()).isEqualTo(datafile.version());
    }

    @Test
    void start_withoutBody_works_runningOrUnknown_isRefused() {
        assertThat(operator.http()
                        .post()
                        .uri(path + "/start")
                        .exchange()
                        .returnResult()
                        .getStatus()
                        .value())
                .isEqualTo(200);

        operator.post(path + "/start", "{}")
                .isProblem(409, "state_invalid")
                .detail("state: running (expected: draft or stopped)");
        operator.post(environment + "/experiments/nowhere/start", "{}").isProblem(404, "not_found");
        operator.post(path + "/resume", "{}").isProblem(409, "state_invalid");
        operator.post(path + "/stop", "{}", "If-Match", "\"1\"").isProblem(412, "revision_mismatch");
        operator.post(path + "/pause", "{'keepServing':'yes'}").isProblem(400, "type_invalid");
        operator.post(path + "/start", "{'now':true}").isProblem(400, "field_unknown");
    }

    @Test
    void start_withoutMetrics_isRefused() {
        operator.patch(path, "{'metrics':[]}", "If-Match", CURRENT).is(200);

        operator.post(path + "/start", "{}")
                .isProblem(400, "number_range")
                .detail("metrics: 0 elements (expected: at least 1)");
    }

    @Test
    void start_slotsTaken_namesTheHolderAndChangesNothing() {
        operator.post(path + "/start", "{}").is(200);
        operator.newDraft(environment, "second", "offer", "[[600000,700000],[499999,500001]]");
        long version = Published.datafile(environment).version();

        Answer refused =
                operator.post(environment + "/experiments/second/start", "{}").isProblem(409, "slots_taken");

        assertThat(refused.at("/heldBy")).isEqualTo("[\"winback\"]");
        assertThat(refused.at("/detail")).contains("held by winback");
        assertThat(Published.datafile(environment).version()).isEqualTo(version);
        assertThat(operator.get(environment + "/experiments/second").at("/state"))
                .isEqualTo("draft");
        operator.post(environment + "/layers", "{'key':'other'}").is(201);
        operator.patch(environment + "/experiments/second", "{'layer':'other'}", "If-Match", CURRENT)
                .is(200);
        operator.post(environment + "/experiments/second/start", "{}").is(200);
    }

    @Test
    void pauseAndResume_keepPhaseAndSlots() {
        operator.post(path + "/start", "{}").is(200);

        Answer paused = operator.post(path + "/pause", "{'keepServing':true}").is(200);
        assertThat(paused.at("/state")).isEqualTo("paused");
        ExperimentDefinition published =
                Published.datafile(environment).experiments().getFirst();
        assertThat(published.status()).isEqualTo(ExperimentStatus.PAUSED);
        assertThat(published.keepServing()).isTrue();
        assertThat(phase(1).state()).isEqualTo(PhaseState.PAUSED);
        operator.newDraft(environment, "second", "offer", "[[0,10]]");
        operator.post(environment + "/experiments/second/start", "{}").isProblem(409, "slots_taken");

        operator.post(path + "/resume", "{}").is(200);
        assertThat(Published.datafile(environment).experiments().getFirst().keepServing())
                .isFalse();
        assertThat(phase(1).state()).isEqualTo(PhaseState.RUNNING);
    }

    @Test
    void stop_freesSlotsAndKeepsThePhaseInTheCatalog() {
        operator.post(path + "/start", "{}").is(200);
        Answer stopped = operator.post(path + "/stop", "{}").is(200);

        assertThat(stopped.at("/phases/0/endedAt")).isNotEqualTo("absent");
        assertThat(Published.datafile(environment).experiments()).isEmpty();
        assertThat(phase(1).state()).isEqualTo(PhaseState.STOPPED);
        assertThat(phase(1).endedAt()).isNotNull();
        operator.newDraft(environment, "second", "offer", "[[0,1000000]]");
        operator.post(environment + "/experiments/second/start", "{}").is(200);
        operator.post(path + "/start", "{}").isProblem(409, "slots_taken");
    }

    @Test
    void restart_nothingChanged_goesOnInThePhaseWithItsSalt() {
        operator.post(path + "/start", "{}").is(200);
        ExperimentDefinition first =
                Published.datafile(environment).experiments().getFirst();
        operator.post(path + "/stop", "{}").is(200);
        // A new version of a metric that is not named in the design, another name: nothing that a phase pins.
        operator.post(
                        ConsoleClient.projectOf(environment) + "/metrics/purchase/versions",
                        "{'kind':'count','event':'e'}")
                .is(201);
        operator.patch(path, "{'name':'Other','slots':[[0,600000]]}", "If-Match", CURRENT)
                .is(200);

        operator.post(path + "/start", "{}").is(200);

        ExperimentDefinition second =
                Published.datafile(environment).experiments().getFirst();
        assertThat(second.phase()).isEqualTo(1);
        assertThat(second.salt()).isEqualTo(first.salt());
        assertThat(second.activeFrom()).isAfter(first.activeFrom());
        assertThat(phase(1).activeFrom()).isEqualTo(first.activeFrom());
        assertThat(phase(1).endedAt()).isNull();
        assertThat(phase(1).metrics().getFirst().metric().version()).isEqualTo(1);
    }

    @Test
    void restart_afterAChangeThatMovesUnits_opensAPhaseWithANewSalt() {
        operator.post(path + "/start", "{}").is(200);
        String salt = Published.datafile(environment).experiments().getFirst().salt();
        int phase = 1;
        for (String change : new String[] {
            "{'variants':[{'key':'control','weight':1,'value':'none'},{'key':'coupon','weight':2,'value':'off20'}]}",
            "{'variants':[{'key':'control','weight':1,'value':'none'},{'key':'coupon','weight':2,'value':'off30'}]}",
            "{'audience':{'op':'exists','attribute':'vip'}}",
            "{'slots':[[0,400000]]}",
            "{'metrics':[{'key':'purchase','role':'guardrail'}]}",
            "{'control':'coupon'}"
        }) {
            operator.post(path + "/stop", "{}").is(200);
            operator.patch(path, change, "If-Match", CURRENT).is(200);
            operator.post(path + "/start", "{}").is(200);
            ExperimentDefinition next =
                    Published.datafile(environment).experiments().getFirst();
            assertThat(next.phase()).as(change).isEqualTo(++phase);
            assertThat(next.salt()).isNotEqualTo(salt);
            salt = next.salt();
        }
        ExperimentFacts facts = Published.catalog(environment).experiments().getFirst();
        assertThat(facts.phases()).extracting(PhaseFacts::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(facts.phases().subList(0, 6)).extracting(PhaseFacts::state).containsOnly(PhaseState.STOPPED);
    }

    @Test
    void patch_whileRunning_allowsTheNameOnly() {
        operator.post(path + "/start", "{}").is(200);

        operator.patch(path, "{'name':'Other'}", "If-Match", CURRENT).is(200);
        operator.patch(path, "{'slots':[[0,10]]}", "If-Match", CURRENT).isProblem(409, "state_invalid");
        operator.post(path + "/stop", "{}").is(200);
        operator.patch(path, "{'unitType':'device'}", "If-Match", CURRENT).isProblem(409, "state_invalid");
    }

    @Test
    void restart_anotherAudienceAndSlots_leavesThoseOfThePhaseBefore() {
        operator.post(path + "/start", "{}").is(200);
        operator.post(path + "/stop", "{}").is(200);
        String change = "{'audience':{'op':'exists','attribute':'vip'},'slots':[[0,200000]]}";
        operator.patch(path, change, "If-Match", CURRENT).is(200);

        Answer second = operator.post(path + "/start", "{}").is(200);

        assertThat(second.at("/phases/0/audience")).isEqualTo("absent");
        assertThat(second.at("/phases/0/slots")).isEqualTo("[[0,500000]]");
        assertThat(second.at("/phases/0/layer")).isEqualTo("default");
        assertThat(second.at("/phases/1/audience")).contains("vip");
        assertThat(second.at("/phases/1/slots")).isEqualTo("[[0,200000]]");
    }

    @Test
    void ramp_widensWithoutANewPhase() {
        operator.post(path + "/start", "{}").is(200);
        ExperimentDefinition before =
                Published.datafile(environment).experiments().getFirst();

        Answer ramped = operator.post(path + "/ramp", "{'slots':[[0,500000],[500000,900000]]}")
                .is(200);

        assertThat(ramped.at("/phase")).isEqualTo("1");
        ExperimentDefinition after =
                Published.datafile(environment).experiments().getFirst();
        assertThat(after.salt()).isEqualTo(before.salt());
        assertThat(after.variants()).isEqualTo(before.variants());
        assertThat(after.slots()).containsExactly(new SlotRange(0, 500_000), new SlotRange(500_000, 900_000));
        operator.post(path + "/ramp", "{'slots':[[0,899999]]}").isProblem(409, "ramp_narrows");
        operator.post(path + "/ramp", "{'slots':[[100000,1000000]]}").isProblem(409, "ramp_narrows");
        operator.post(path + "/ramp", "{'slots':[[0,900000],[800000,900000]]}").isProblem(400, "slots_overlap");
        operator.post(path + "/ramp", "{}").isProblem(400, "field_missing");
        operator.post(path + "/ramp", "{'slots':[[0,1000000]]}").is(200);
    }

    @Test
    void ramp_intoForeignSlots_is409() {
        operator.post(path + "/start", "{}").is(200);
        operator.newDraft(environment, "second", "offer", "[[700000,800000]]");
        operator.post(environment + "/experiments/second/start", "{}").is(200);

        Answer refused = operator.post(path + "/ramp", "{'slots':[[0,750000]]}").isProblem(409, "slots_taken");

        assertThat(refused.at("/heldBy")).isEqualTo("[\"second\"]");
        assertThat(operator.get(path).at("/slots")).isEqualTo("[[0,500000]]");
        operator.post(path + "/ramp", "{'slots':[[0,700000]]}").is(200);
    }

    @Test
    void start_scheduled_servesFromTheDeclaredInstant() {
        Instant later = ConsoleServer.now().plus(Duration.ofDays(2)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        operator.patch(path, "{'startsAt':'" + later + "'}", "If-Match", CURRENT)
                .is(200);

        operator.post(path + "/start", "{}").is(200);

        assertThat(Published.datafile(environment).experiments().getFirst().activeFrom())
                .isEqualTo(later);
        operator.post(path + "/stop", "{}").is(200);
        assertThat(phase(1).endedAt()).isEqualTo(later);
    }

    @Test
    void start_imported_runsFromThePastWithoutSlotsOrRule() {
        operator.post(environment + "/experiments", """
                {'key':'old','flag':'offer','imported':true,'startsAt':'2008-03-20T00:00:00Z',
                 'variants':[{'key':'No E-Mail','weight':1},{'key':'Mens E-Mail','weight':1}],
                 'metrics':[{'key':'purchase','means':'welch'}]}""").is(201);
        operator.post(path + "/start", "{}").is(200);

        Answer started =
                operator.post(environment + "/experiments/old/start", "{}").is(200);

        assertThat(started.at("/phases/0/startsAt")).isEqualTo("2008-03-20T00:00:00Z");
        ExperimentFacts facts = Published.catalog(environment).experiment("old").orElseThrow();
        assertThat(facts.imported()).isTrue();
        assertThat(facts.phases().getFirst().activeFrom()).isEqualTo(Instant.parse("2008-03-20T00:00:00Z"));
        assertThat(Published.datafile(environment).experiments())
                .extracting(ExperimentDefinition::key)
                .containsExactly("winback");
        assertThat(Published.datafile(environment).flags().getFirst().rules())
                .containsExactly(new ExperimentRule("winback"));
        operator.post(environment + "/experiments/old/ramp", "{'slots':[[0,1000000]]}")
                .isProblem(409, "state_invalid");
    }

    @Test
    void start_backfill_beganInThePastAndServesFromNow() {
        Instant past =
                ConsoleServer.now().minus(Duration.ofDays(28)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Instant before = ConsoleServer.now();
        Answer changed = operator.patch(path, "{'backfill':true,'startsAt':'" + past + "'}", "If-Match", CURRENT)
                .is(200);
        assertThat(changed.at("/backfill")).isEqualTo("true");

        Answer started = operator.post(path + "/start", "{}").is(200);

        assertThat(started.at("/phases/0/startsAt")).isEqualTo(past.toString());
        assertThat(phase(1).startsAt()).isEqualTo(past);
        assertThat(phase(1).activeFrom()).isAfter(before);
        assertThat(Published.catalog(environment)
                        .experiment("winback")
                        .orElseThrow()
                        .imported())
                .isFalse();
        Datafile datafile = Published.datafile(environment);
        assertThat(datafile.experiments().getFirst().activeFrom()).isAfter(before);
        assertThat(datafile.flags().getFirst().rules()).containsExactly(new ExperimentRule("winback"));
    }

    @Test
    void restart_ofABackfill_opensAPhaseThatBeginsNow() {
        Instant past = ConsoleServer.now().minus(Duration.ofDays(28));
        operator.patch(path, "{'backfill':true,'startsAt':'" + past + "'}", "If-Match", CURRENT)
                .is(200);
        operator.post(path + "/start", "{}").is(200);
        operator.post(path + "/stop", "{}").is(200);
        operator.patch(path, "{'backfill':false}", "If-Match", CURRENT).isProblem(409, "state_invalid");
        operator.patch(path, "{'startsAt':'" + past.minusSeconds(1) + "'}", "If-Match", CURRENT)
                .isProblem(400, "time_range");
        operator.patch(path, "{'control':'coupon'}", "If-Match", CURRENT).is(200);
        Instant before = ConsoleServer.now();

        operator.post(path + "/start", "{}").is(200);

        assertThat(phase(2).startsAt()).isAfterOrEqualTo(before);
    }

    private PhaseFacts phase(int number) {
        return Published.catalog(environment)
                .experiment("winback")
                .flatMap(experiment -> experiment.phase(number))
                .orElseThrow();
    }
}
