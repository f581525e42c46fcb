package io.touchstone.openfeature;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.EventProvider;
import dev.openfeature.sdk.Metadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.TrackingEventDetails;
import dev.openfeature.sdk.Value;
import dev.openfeature.sdk.exceptions.FatalError;
import dev.openfeature.sdk.exceptions.GeneralError;
import io.touchstone.client.ClientStatus;
import io.touchstone.client.ClientStatus.State;
import io.touchstone.client.FlagDecision;
import io.touchstone.client.TouchstoneClient;
import io.touchstone.client.TouchstoneClientBuilder;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.input.InvalidInputException;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Touchstone behind the OpenFeature API: flags are decided in this process by a {@link TouchstoneClient} that the provider builds
 * when it is initialised and closes when it is shut down. Evaluating a flag counts as using the decision: its exposure is
 * recorded, once per unit, variant and day.
 *
 * <p>The targeting key of a context is the unit of type {@code user}; a structure {@code units} holds further ids by unit type,
 * {@code {"device": "d9"}}, 4 in all. Booleans, texts, numbers, instants and lists of texts are attributes, at most 256; what else
 * a context holds is left out. Errors come as error codes and the caller's default; nothing but {@link #initialize} throws.
 */
public final class TouchstoneProvider extends EventProvider {
    private static final System.Logger log = System.getLogger(TouchstoneProvider.class.getName());
    private static final Metadata METADATA = () -> "Touchstone";

    private final TouchstoneClientBuilder options;
    private final ProviderEvents events = new ProviderEvents(this);
    private final RenderingCache renderings = new RenderingCache();
    private volatile @Nullable TouchstoneClient client;

    /**
     * A provider that is not ready before it is initialised.
     *
     * @param options of the client; the provider takes the place of their listener, applications listen to OpenFeature's events
     */
    public TouchstoneProvider(TouchstoneClientBuilder options) {
        this.options = Objects.requireNonNull(options, "options").listener(status -> events.changed(status, client));
    }

    /** The client, for what OpenFeature has no word for, such as {@code peek}, {@code profile} and {@code status}; empty while there is none. */
    public Optional<TouchstoneClient> client() {
        return Optional.ofNullable(client);
    }

    @Override
    public Metadata getMetadata() {
        return METADATA;
    }

    /**
     * Builds the client, and waits for its first datafile as long as the init limit of its options. With a bootstrap or a copy on
     * disk alone the provider is ready, then stale. A datafile that comes later makes it ready.
     *
     * @throws FatalError if the options are wrong
     * @throws GeneralError if there is no datafile in time
     */
    @Override
    public synchronized void initialize(EvaluationContext context) {
        TouchstoneClient built = client;
        if (built == null) {
            try {
                built = options.build();
            } catch (InvalidInputException e) {
                throw new FatalError(e.getMessage());
            }
            client = built;
        }
        ClientStatus status = built.status();
        boolean decides = status.state() == State.READY || status.state() == State.STALE;
        events.initialized(built, decides);
        if (!decides) {
            throw new GeneralError(
                    status.lastProblem() == null
                            ? "datafile: absent (expected: within the init limit)"
                            : status.lastProblem());
        }
    }

    /** Closes the client: sends what is left, at most as long as the close limit of its options. */
    @Override
    public synchronized void shutdown() {
        events.stop();
        TouchstoneClient built = client;
        client = null;
        if (built != null) {
            built.close();
        }
        super.shutdown();
    }

    @Override
    public ProviderEvaluation<Boolean> getBooleanEvaluation(String key, Boolean whenAbsent, EvaluationContext context) {
        return evaluate(key, whenAbsent, context, Payload.BOOLEAN);
    }

    @Override
    public ProviderEvaluation<String> getStringEvaluation(String key, String whenAbsent, EvaluationContext context) {
        return evaluate(key, whenAbsent, context, Payload.TEXT);
    }

    /** A value beyond 32 bits is a type mismatch: ask for a long. */
    @Override
    public ProviderEvaluation<Integer> getIntegerEvaluation(String key, Integer whenAbsent, EvaluationContext context) {
        return evaluate(key, whenAbsent, context, Payload.INTEGER);
    }

    @Override
    public ProviderEvaluation<Long> getLongEvaluation(String key, Long whenAbsent, EvaluationContext context) {
        return evaluate(key, whenAbsent, context, Payload.LONG);
    }

    /** Flags of type float and integer. */
    @Override
    public ProviderEvaluation<Double> getDoubleEvaluation(String key, Double whenAbsent, EvaluationContext context) {
        return evaluate(key, whenAbsent, context, Payload.DOUBLE);
    }

    /** Flags of type object. */
    @Override
    public ProviderEvaluation<Value> getObjectEvaluation(String key, Value whenAbsent, EvaluationContext context) {
        return evaluate(key, whenAbsent, context, Payload.OBJECT);
    }

    /**
     * Reports an outcome. The details' value is its amount, finite and at most 1e12 in size; their other fields are its properties,
     * as far as an attribute can be. One without a unit is dropped, and so logged.
     */
    @Override
    public void track(String name, EvaluationContext context, @Nullable TrackingEventDetails details) {
        TouchstoneClient current = client;
        if (current == null) {
            log.log(Level.WARNING, "track: no client (expected: an initialised provider)");
            return;
        }
        try {
            Units units = Subject.unitsOf(context);
            Attributes properties = details == null ? Attributes.EMPTY : Subject.attributesOf(details);
            Number amount = details == null ? null : details.getValue().orElse(null);
            if (amount == null) {
                current.track(name, units, properties);
            } else {
                current.track(name, units, amount.doubleValue(), properties);
            }
        } catch (RuntimeException e) { // a context of the application's own making, too
            log.log(Level.WARNING, "track: {0} dropped, {1}", name, e.getMessage());
        }
    }

    private <T> ProviderEvaluation<T> evaluate(
            String key, T whenAbsent, EvaluationContext context, Payload<T> payload) {
        TouchstoneClient current = client;
        CompiledDatafile datafile = current == null ? null : current.datafile();
        if (current == null || datafile == null) {
            return Answers.failed(whenAbsent, ErrorCode.PROVIDER_NOT_READY, "datafile: absent (expected: one)");
        }
        Subject subject;
        try {
            subject = Subject.of(context);
        } catch (MissingUnitException e) {
            return Answers.failed(whenAbsent, ErrorCode.TARGETING_KEY_MISSING, e.getMessage());
        } catch (RuntimeException e) { // a context of the application's own making, too
            return Answers.failed(whenAbsent, ErrorCode.INVALID_CONTEXT, "context." + e.getMessage());
        }
        FlagDecision decision = current.decide(key, subject.units(), subject.attributes());
        return switch (decision.reason()) {
            case UNKNOWN_FLAG ->
                Answers.failed(
                        whenAbsent,
                        ErrorCode.FLAG_NOT_FOUND,
                        "flag " + key + " not found (expected: a flag of " + datafile.environment() + ")");
            case NOT_READY, CLOSED ->
                Answers.failed(
                        whenAbsent,
                        ErrorCode.PROVIDER_NOT_READY,
                        "client: " + decision.reason() + " (expected: READY)");
            case INVALID_CALL -> Answers.failed(whenAbsent, ErrorCode.GENERAL, "call: invalid (expected: a flag key)");
            case FORCED, OFF, PREREQUISITE, HOLDOUT, EXPERIMENT, ROLLOUT, DEFAULT ->
                answer(decision, whenAbsent, payload, datafile);
        };
    }

    private <T> ProviderEvaluation<T> answer(
            FlagDecision used, T whenAbsent, Payload<T> payload, CompiledDatafile datafile) {
        Decision decision = Objects.requireNonNull(used.decision(), "a decision with a reason of the evaluator");
        Rendering rendering = renderings.of(decision, datafile);
        FlagType type = rendering.type();
        T answer = type == null || payload.reads(type) ? payload.read(decision.value()) : null;
        if (answer == null) {
            return Answers.failed(
                    whenAbsent,
                    ErrorCode.TYPE_MISMATCH,
                    decision.flag() + ": " + (type == null ? "another type" : type.wireName()) + " (expected: "
                            + payload.expected() + ")");
        }
        used.variant(); // counts as use, which records the exposure
        return Answers.given(answer, rendering);
    }
}
