package io.touchstone.standalone.openfeature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.MutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.ProviderState;
import dev.openfeature.sdk.Structure;
import dev.openfeature.sdk.Value;
import dev.openfeature.sdk.exceptions.FatalError;
import dev.openfeature.sdk.exceptions.GeneralError;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * The steps of OpenFeature's evaluation suite. Its contexts name nobody, and an experiment needs somebody: the application's own
 * context, which OpenFeature merges with that of each call, names a user.
 */
public final class EvaluationSteps {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Cucumber makes the steps itself, so what they run on has to lie here. */
    static ProviderUnderTest provider;

    private final OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
    private final Client client = api.getClient();
    private final MutableContext context = new MutableContext();
    private boolean closes = true;
    private String type = "";
    private String key = "";
    private Object whenAbsent = "";
    private FlagEvaluationDetails<?> details;

    @Given("a stable provider")
    public void stable() {
        api.setEvaluationContext(new ImmutableContext("gherkin"));
        set(provider.stable());
    }

    @Given("a not ready provider")
    public void notReady() {
        closes = false; // would wait for the init limit
        api.setProvider(provider.notReady());
    }

    @Given("a(n) error provider")
    public void failing() {
        FeatureProvider failing = provider.failing();
        assertThatThrownBy(() -> set(failing)).isInstanceOf(GeneralError.class);
    }

    @Given("a fatal provider")
    public void fatal() {
        FeatureProvider fatal = provider.fatal();
        assertThatThrownBy(() -> set(fatal)).isInstanceOf(FatalError.class);
    }

    @Given("a stale provider")
    public void stale() {
        set(provider.stale());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (client.getProviderState() != ProviderState.STALE && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Given("^an? (\\w+)-flag with key \"(.*)\" and a default value \"(.*)\"$")
    public void flag(String ofType, String withKey, String byDefault) {
        type = ofType;
        key = withKey;
        whenAbsent = read(ofType, byDefault);
    }

    @Given("a context containing a key {string}, with type {string} and with value {string}")
    public void attribute(String name, String ofType, String text) {
        Object value = read(ofType, text);
        if (value instanceof String string) {
            context.add(name, string);
        } else if (value instanceof Boolean bool) {
            context.add(name, bool);
        } else if (value instanceof Integer whole) {
            context.add(name, whole);
        } else {
            context.add(name, (Double) value);
        }
    }

    @Given("a context containing a key {string} with null value")
    public void nothing(String name) {
        context.add(name, (String) null);
    }

    @When("the flag was evaluated with details")
    public void evaluate() {
        details = switch (type) {
            case "Boolean" -> client.getBooleanDetails(key, (Boolean) whenAbsent, context);
            case "String" -> client.getStringDetails(key, (String) whenAbsent, context);
            case "Integer" -> client.getIntegerDetails(key, (Integer) whenAbsent, context);
            case "Float" -> client.getDoubleDetails(key, (Double) whenAbsent, context);
            case "Object" -> client.getObjectDetails(key, (Value) whenAbsent, context);
            default -> throw new IllegalArgumentException(type);
        };
    }

    @Then("^the resolved details value should be \"(.*)\"$")
    public void valueIs(String expected) {
        assertThat(plain(details.getValue())).isEqualTo(plain(read(type, expected)));
    }

    @Then("the reason should be {string}")
    public void reasonIs(String expected) {
        assertThat(details.getReason()).isEqualTo(provider.reason(expected));
    }

    @Then("the error-code should be {string}")
    public void errorCodeIs(String expected) {
        assertThat(String.valueOf(details.getErrorCode())).isEqualTo(expected);
    }

    @Then("the error message should contain {string}")
    public void errorMessageContains(String expected) {
        assertThat(details.getErrorMessage()).contains(expected);
    }

    @Then("the flag key should be {string}")
    public void flagKeyIs(String expected) {
        assertThat(details.getFlagKey()).isEqualTo(expected);
    }

    @Then("the variant should be {string}")
    public void variantIs(String expected) {
        assertThat(details.getVariant()).isEqualTo(expected);
    }

    @Then("the provider status should be {string}")
    public void stateIs(String expected) {
        assertThat(client.getProviderState()).hasToString(expected);
    }

    /** Ends the provider. */
    @After
    public void stop() {
        if (closes) {
            api.shutdown();
        }
    }

    private void set(FeatureProvider next) {
        api.setProviderAndWait(next);
    }

    private static Object read(String type, String text) {
        return switch (type) {
            case "Boolean" -> Boolean.valueOf(text);
            case "Integer" -> Integer.valueOf(text);
            case "Float" -> Double.valueOf(text);
            case "Object" -> {
                Map<?, ?> fields = JSON.readValue(text.replace("\\\"", "\""), Map.class);
                yield Value.objectToValue(fields);
            }
            default -> text;
        };
    }

    /** Structures of different classes are never equal. */
    private static Object plain(Object value) {
        return value instanceof Value wrapped && wrapped.asStructure() instanceof Structure structure
                ? structure.asObjectMap()
                : value;
    }
}
