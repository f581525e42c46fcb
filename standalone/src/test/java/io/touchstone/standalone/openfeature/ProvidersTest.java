package io.touchstone.standalone.openfeature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import io.cucumber.core.cli.Main;
import io.touchstone.standalone.RunningTouchstone;
import io.touchstone.standalone.up.Api;
import io.touchstone.standalone.up.UpProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Local evaluation by our provider and remote evaluation by OFREP's, over one Touchstone. OpenFeature's own suite is not ours to
 * copy: it runs where {@code TOUCHSTONE_TEST_DATA} has a folder {@code openfeature} with {@code evaluation_v2.feature} and {@code
 * test-flags.json} of github.com/open-feature/spec, {@code specification/assets/gherkin}.
 */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class ProvidersTest {
    /** What the suite asks of other parts than a provider, or of one with a cache or with metadata set by hand. */
    private static final List<String> NOT_OURS = List.of(
            "CACHED reason",
            "Flag metadata in evaluation details",
            "Evaluation options with hooks",
            "Evaluation context immutability",
            "Asynchronous flag evaluation");

    /** What OFREP's provider cannot be: anything but ready. */
    private static final List<String> STATES =
            List.of("Provider not ready error", "Provider in fatal state error", "Provider status accessibility");

    /** The scenarios of our own, in the suite's flags. */
    private static final String OWN_FLAGS = """
            {"greeting": {"variants": {"formal": "您好", "short": "hi"}, "defaultVariant": "formal"},
             "adults": {"variants": {"yes": true, "no": false}, "defaultVariant": "no",
                        "contextEvaluator": "!child && age > 17 && country == 'CN' ? 'yes' : ''"},
             "shelf": {"variants": {"small": {"items": 3}, "large": {"items": 12}}, "defaultVariant": "large"},
             "closed": {"disabled": true, "variants": {"one": 7, "two": 8}, "defaultVariant": "one"},
             "price": {"variants": {"low": 0.5, "high": 2.5}, "defaultVariant": "low"}}""";

    private UpProcess process;
    private Api control;
    private URI address;
    private String key;
    private ServerSocket silent;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        process = UpProcess.start(home);
        RunningTouchstone touchstone = process.awaitReady();
        address = touchstone.address();
        control = new Api(touchstone);
        key = control.post(Api.ENVIRONMENT + "/keys", "{\"name\":\"shop\",\"kind\":\"server\"}")
                .path("secret")
                .asString();
    }

    @AfterAll
    void stop() throws IOException {
        silent.close();
        control.close();
        process.close();
    }

    @Test
    void evaluation_sameUsers_sayTheSameLocallyAndRemotely() throws Exception {
        List<String> flags = SpecFlags.load(control, OWN_FLAGS);
        startSplit();
        awaitDatafile(flags);
        OpenFeatureAPI local = OpenFeatureAPI.createIsolated();
        OpenFeatureAPI remote = OpenFeatureAPI.createIsolated();
        OfrepUnderTest ofrep = new OfrepUnderTest(address, key);
        local.setProviderAndWait(ours().stable());
        remote.setProviderAndWait(ofrep.stable());
        try {
            awaitSplit(local.getClient());
            Set<String> variants = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                ImmutableContext user = new ImmutableContext(
                        "用户-" + i,
                        Map.of(
                                "country", new Value(i % 3 == 0 ? "CN" : "SG"),
                                "age", new Value(i),
                                "child", new Value(i < 18)));
                variants.add(agree(local.getClient(), remote.getClient(), ofrep, user));
            }
            assertThat(variants).containsExactlyInAnyOrder("control", "coupon");
        } finally {
            local.shutdown();
            remote.shutdown();
        }
    }

    @Test
    void suite_ourProvider_isGreen() throws Exception {
        run(ours(), "evaluation_v2.feature", NOT_OURS, 75);
    }

    @Test
    void suite_ofrepProvider_isGreen() throws Exception {
        List<String> leftOut = new ArrayList<>(NOT_OURS);
        leftOut.addAll(STATES);
        run(new OfrepUnderTest(address, key), "evaluation_v2.feature", leftOut, 60);
    }

    private void run(ProviderUnderTest provider, String feature, List<String> leftOut, int scenarios) throws Exception {
        Path folder = suite();
        loadSuite(folder);
        EvaluationSteps.provider = provider;
        Main.run(
                new String[] {
                    "--glue",
                    getClass().getPackageName(),
                    "--plugin",
                    ScenarioCount.class.getName(),
                    "--name",
                    "^(?!(" + String.join("|", leftOut) + ")$)",
                    folder.resolve(feature).toString()
                },
                getClass().getClassLoader());
        assertThat(ScenarioCount.failures()).isEmpty();
        assertThat(ScenarioCount.passed()).isEqualTo(scenarios);
    }

    private static Path suite() {
        String data = System.getenv("TOUCHSTONE_TEST_DATA");
        assumeTrue(data != null && !data.isBlank(), "TOUCHSTONE_TEST_DATA names no folder");
        Path folder = Path.of(data, "openfeature");
        assumeTrue(Files.isDirectory(folder), "TOUCHSTONE_TEST_DATA has no folder openfeature");
        return folder;
    }

    private void loadSuite(Path folder) throws Exception {
        String flags = Files.readString(folder.resolve("test-flags.json"), StandardCharsets.UTF_8);
        if (datafile().contains("boolean-zero-flag")) {
            return; // the other run has loaded them
        }
        awaitDatafile(SpecFlags.load(control, flags));
    }

    private void startSplit() throws Exception {
        control.post(Api.PROJECT + "/flags", "{\"key\":\"offer\",\"type\":\"string\",\"default\":\"none\"}");
        control.post(Api.PROJECT + "/metrics", """
                {"key":"purchase","kind":"conversion","event":"purchase","direction":"increase","unit":"%"}""");
        control.post(Api.ENVIRONMENT + "/experiments", """
                {"key":"winback","flag":"offer","metrics":[{"key":"purchase","role":"success"}],"variants":[
                 {"key":"control","weight":1,"value":"none"},{"key":"coupon","weight":1,"value":"off20"}]}""");
        control.post(Api.ENVIRONMENT + "/experiments/winback/start", "{}");
    }

    /** Returns the variant of the split. */
    private static String agree(Client local, Client remote, ProviderUnderTest ofrep, ImmutableContext user) {
        same(local.getStringDetails("greeting", "x", user), remote.getStringDetails("greeting", "x", user), ofrep);
        same(local.getBooleanDetails("adults", false, user), remote.getBooleanDetails("adults", false, user), ofrep);
        same(local.getDoubleDetails("price", 9.0, user), remote.getDoubleDetails("price", 9.0, user), ofrep);
        same(local.getIntegerDetails("closed", 3, user), remote.getIntegerDetails("closed", 3, user), ofrep);
        assertThat(local.getObjectValue("shelf", new Value(), user)
                        .asStructure()
                        .asObjectMap())
                .isEqualTo(remote.getObjectValue("shelf", new Value(), user)
                        .asStructure()
                        .asObjectMap());
        assertThat(local.getStringDetails("absent", "x", user).getErrorCode())
                .isEqualTo(remote.getStringDetails("absent", "x", user).getErrorCode())
                .isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        FlagEvaluationDetails<String> split = local.getStringDetails("offer", "x", user);
        same(split, remote.getStringDetails("offer", "x", user), ofrep);
        assertThat(split.getReason()).isEqualTo("SPLIT");
        return split.getVariant();
    }

    private static <T> void same(
            FlagEvaluationDetails<T> local, FlagEvaluationDetails<T> remote, ProviderUnderTest ofrep) {
        assertThat(local.getErrorCode()).isNull();
        assertThat(remote.getValue()).isEqualTo(local.getValue());
        assertThat(remote.getVariant()).isEqualTo(local.getVariant());
        assertThat(remote.getReason()).isEqualTo(ofrep.reason(local.getReason()));
        assertThat(remote.getFlagMetadata().getString("reason"))
                .isEqualTo(local.getFlagMetadata().getString("reason"));
        assertThat(remote.getFlagMetadata().getString("version"))
                .isEqualTo(local.getFlagMetadata().getString("version"));
    }

    private OurProvider ours() throws Exception {
        return new OurProvider(address, key, datafile(), silent);
    }

    private String datafile() throws Exception {
        return control.get("/api/v1/datafile", key).toString();
    }

    /** Settings are published one after the other: the last one's rule says that all are there. */
    private void awaitDatafile(List<String> flags) {
        await(() -> {
            try {
                return control.get("/api/v1/datafile", key).path("flags").values().stream()
                        .anyMatch(flag -> flag.path("key").asString().equals(flags.getLast())
                                && !flag.path("rules").isEmpty());
            } catch (IOException | InterruptedException e) {
                return false; // the key itself may still be on its way
            }
        });
    }

    private static void awaitSplit(Client client) {
        await(() -> client.getStringDetails("offer", "x", new ImmutableContext("u"))
                .getReason()
                .equals("SPLIT"));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("30 seconds").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
