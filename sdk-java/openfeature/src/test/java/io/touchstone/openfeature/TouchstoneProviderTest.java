package io.touchstone.openfeature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.ImmutableStructure;
import dev.openfeature.sdk.MutableContext;
import dev.openfeature.sdk.MutableTrackingEventDetails;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import io.touchstone.client.TouchstoneClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application sees through OpenFeature's own client. */
@TestInstance(Lifecycle.PER_CLASS)
class TouchstoneProviderTest {
    private static final EvaluationContext ANNA = new ImmutableContext("anna", Map.of("country", new Value("CN")));

    private final OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
    private DatafileServer server;
    private TouchstoneProvider provider;
    private Client client;

    static String datafile() throws IOException {
        try (InputStream in = TouchstoneProviderTest.class.getResourceAsStream("datafile.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @BeforeAll
    void start() throws IOException {
        server = new DatafileServer(datafile());
        provider = new TouchstoneProvider(server.options());
        api.setProviderAndWait(provider);
        client = api.getClient();
    }

    @AfterAll
    void stop() {
        api.shutdown();
        server.close();
    }

    @Test
    void evaluation_experiment_saysVariantReasonAndMetadata() {
        FlagEvaluationDetails<String> details = client.getStringDetails("offer", "mine", ANNA);
        assertThat(details.getValue()).isEqualTo("off20");
        assertThat(details.getVariant()).isEqualTo("coupon");
        assertThat(details.getReason()).isEqualTo("SPLIT");
        assertThat(details.getErrorCode()).isNull();
        assertThat(details.getFlagMetadata().asUnmodifiableMap())
                .isEqualTo(Map.of(
                        "experiment", "winback",
                        "phase", 2,
                        "config", 7L,
                        "reason", "experiment",
                        "flagSetId", "tea/production",
                        "version", "7"));
    }

    @ParameterizedTest
    @CsvSource({
        "offer,        anna,   DEFAULT,         default",
        "offer,        tester, TARGETING_MATCH, forced",
        "switched-off, anna,   DISABLED,        off",
        "gated,        anna,   DEFAULT,         prerequisite",
    })
    void evaluation_ofText_saysOurReasonInItsWords(String flag, String user, String reason, String ours) {
        FlagEvaluationDetails<String> details = client.getStringDetails(flag, "mine", new ImmutableContext(user));
        assertThat(details.getReason()).isEqualTo(reason);
        assertThat(details.getFlagMetadata().getString("reason")).isEqualTo(ours);
        assertThat(details.getFlagMetadata().getString("experiment")).isNull();
    }

    @Test
    void evaluation_flagThatAnswersEveryoneAlike_isStatic() {
        assertThat(client.getBooleanDetails("on", false, ANNA).getReason()).isEqualTo("STATIC");
        assertThat(client.getBooleanDetails("on", false, ANNA).getVariant()).isEqualTo("yes");
        assertThat(client.getDoubleDetails("half", 0.1, ANNA).getReason()).isEqualTo("STATIC");
    }

    @Test
    void evaluation_everyType_isRead() {
        assertThat(client.getBooleanValue("on", false, ANNA)).isTrue();
        assertThat(client.getLongValue("large", 1L, ANNA)).isEqualTo(5_000_000_000L);
        assertThat(client.getDoubleValue("half", 0.1, ANNA)).isEqualTo(0.5);
        assertThat(client.getDoubleValue("whole", 0.1, ANNA)).isEqualTo(10);
        Value layout = client.getObjectValue("layout", new Value(), ANNA);
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title",
                "新品",
                "images",
                true,
                "perPage",
                100,
                "ratio",
                0.5,
                "tags",
                List.of("a", "b"),
                "inner",
                Map.of("n", 5e9)));
        fields.put("none", null);
        assertThat(layout.asStructure().asObjectMap()).isEqualTo(fields);
    }

    @Test
    void evaluation_anotherType_isTypeMismatchAndNotUsed() {
        long before = eventsSent();
        assertMismatch(client.getBooleanDetails("offer", true, ANNA), true);
        assertMismatch(client.getStringDetails("on", "mine", ANNA), "mine");
        assertMismatch(client.getIntegerDetails("large", 3, ANNA), 3);
        assertMismatch(client.getIntegerDetails("whole", 3, ANNA), 3);
        assertMismatch(client.getDoubleDetails("on", 3.5, ANNA), 3.5);
        assertMismatch(client.getObjectDetails("offer", new Value("mine"), ANNA), new Value("mine"));
        assertThat(eventsSent()).isEqualTo(before);
    }

    private static <T> void assertMismatch(FlagEvaluationDetails<T> details, T whenAbsent) {
        assertThat(details.getErrorCode()).isEqualTo(ErrorCode.TYPE_MISMATCH);
        assertThat(details.getReason()).isEqualTo("ERROR");
        assertThat(details.getValue()).isEqualTo(whenAbsent);
        assertThat(details.getVariant()).isNull();
    }

    @Test
    void evaluation_unknownFlag_isFlagNotFound() {
        FlagEvaluationDetails<String> details = client.getStringDetails("nowhere", "mine", ANNA);
        assertThat(details.getErrorCode()).isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        assertThat(details.getErrorMessage()).isEqualTo("flag nowhere not found (expected: a flag of tea/production)");
        assertThat(details.getValue()).isEqualTo("mine");
    }

    @Test
    void evaluation_nobody_isTargetingKeyMissing() {
        for (EvaluationContext context : List.of(
                ImmutableContext.EMPTY,
                new ImmutableContext(""),
                new ImmutableContext(Map.of("country", new Value("CN"))))) {
            FlagEvaluationDetails<Boolean> details = client.getBooleanDetails("on", false, context);
            assertThat(details.getErrorCode()).isEqualTo(ErrorCode.TARGETING_KEY_MISSING);
            assertThat(details.getValue()).isFalse();
        }
    }

    @Test
    void evaluation_contextThatBreaksARule_isInvalidContext() {
        MutableContext many = new MutableContext("anna");
        for (int i = 0; i <= Subject.MAX_ATTRIBUTES; i++) {
            many.add("a" + i, i);
        }
        for (EvaluationContext context : List.of(
                new ImmutableContext("x".repeat(257)),
                new MutableContext("anna").add("age", Double.NaN),
                new MutableContext("anna").add("units", "d9"),
                new MutableContext("anna").add("units", units("device", new Value(9))),
                new MutableContext("anna").add("units", units("user", new Value("berta"))),
                many)) {
            assertThat(client.getBooleanDetails("on", false, context).getErrorCode())
                    .isEqualTo(ErrorCode.INVALID_CONTEXT);
        }
    }

    @Test
    void evaluation_furtherUnits_areAskedToo() {
        ImmutableStructure device = units("device", new Value("d9"));
        EvaluationContext both = new MutableContext("anna").add("units", device);
        assertThat(client.getIntegerDetails("of-device", 3, both).getVariant()).isEqualTo("ten");
        EvaluationContext deviceAlone = new MutableContext().add("units", device);
        assertThat(client.getIntegerValue("of-device", 3, deviceAlone)).isEqualTo(10);
        assertThat(client.getIntegerValue("of-device", 3, ANNA)).isZero();
    }

    @Test
    void evaluation_attributesOfEveryKind_areConditionsOrLeftOut() {
        EvaluationContext context = new MutableContext("anna")
                .add("seen", Instant.parse("2026-11-20T00:00:00Z"))
                .add("adult", true)
                .add("structure", units("left", new Value("out")))
                .add("numbers", List.of(new Value(1)))
                .add("nothing", (String) null);
        assertThat(client.getBooleanDetails("recent", false, context).getReason())
                .isEqualTo("TARGETING_MATCH");
        assertThat(client.getBooleanDetails("recent", false, ANNA).getReason()).isEqualTo("DEFAULT");
    }

    @Test
    void evaluation_twice_recordsOneExposure() {
        EvaluationContext carl = new ImmutableContext("carl", Map.of("country", new Value("CN")));
        long before = eventsSent();
        client.getStringValue("offer", "mine", carl);
        client.getStringValue("offer", "mine", carl);
        assertThat(eventsSent()).isEqualTo(before + 1);
    }

    @Test
    void track_withAndWithoutAmount_isSent() {
        long before = eventsSent();
        client.track("purchase", ANNA, new MutableTrackingEventDetails(12.5).add("channel", "app"));
        client.track("visit", ANNA);
        client.track("nobody", ImmutableContext.EMPTY);
        assertThat(eventsSent()).isEqualTo(before + 2);
        assertThat(touchstone().status().dropped()).isZero();
    }

    private static ImmutableStructure units(String type, Value id) {
        return new ImmutableStructure(Map.of(type, id));
    }

    private TouchstoneClient touchstone() {
        return provider.client().orElseThrow();
    }

    /** Events the server has acknowledged, of whatever kind. */
    private long eventsSent() {
        assertThat(touchstone().flush(Duration.ofSeconds(10))).isTrue();
        return touchstone().status().sent();
    }
}
