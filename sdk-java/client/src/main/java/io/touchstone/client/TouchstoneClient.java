package io.touchstone.client;

import io.touchstone.client.ClientStatus.State;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.event.OutcomeEvent;
import io.touchstone.core.event.ProfileEvent;
import io.touchstone.core.input.InvalidInputException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one object an application holds, one per environment and process. Decides locally from a datafile that it keeps fresh,
 * records exposures, sends events in the background. Once built, no method throws or waits, but {@link #flush} and {@link
 * #close}, which wait as long as they are told. Safe for any number of threads.
 */
public final class TouchstoneClient implements AutoCloseable {
    private final InstantSource clock;
    private final Duration closeLimit;
    private final Problems problems = new Problems();
    private final EventIds ids = new EventIds();
    private final EventQueue queue;
    private final @Nullable Stickiness sticky;
    private final ExposureRecorder exposures;
    private final HeldDatafile datafile;
    private final DatafileFeed feed;
    private final ListenerCalls listener;
    private final EventSender sender;
    private final Thread sendThread;
    private final AtomicBoolean closed = new AtomicBoolean();

    TouchstoneClient(TouchstoneClientBuilder options, Server server) {
        this.clock = new GuardedClock(options.clock, problems);
        this.closeLimit = options.closeLimit;
        this.listener = new ListenerCalls(options.listener, problems);
        this.queue = new EventQueue(options.queueBound, problems);
        this.sticky = Stickiness.of(options.stickyStore, problems);
        this.exposures = new ExposureRecorder(queue, ids, clock, sticky);
        boolean expected = LiveClients.enter(problems);
        this.datafile = options.startingDatafile(problems);
        this.feed = new DatafileFeed(
                server, datafile, options.feedOptions(expected), problems, () -> listener.tell(status()));
        this.sender = new EventSender(server, queue, options.flushInterval, problems);
        this.sendThread = daemon(sender, "touchstone-events");
    }

    /** Options of a new client. */
    public static TouchstoneClientBuilder builder() {
        return new TouchstoneClientBuilder();
    }

    /** What the flag answers; using the decision records its exposure. */
    public FlagDecision decide(String flagKey, Units units, Attributes attributes) {
        return decision(flagKey, units, attributes, true);
    }

    /** The same for a user without attributes. An id that is empty or too long gives {@link DecisionReason#INVALID_CALL}. */
    public FlagDecision decide(String flagKey, String user) {
        return decide(flagKey, user, Attributes.EMPTY);
    }

    /** The same for a user. An id that is empty or too long gives {@link DecisionReason#INVALID_CALL}. */
    public FlagDecision decide(String flagKey, String user, Attributes attributes) {
        Units units = userOrNull(user);
        return units == null ? invalid(flagKey) : decision(flagKey, units, attributes, true);
    }

    /** What the flag answers, without recording anything, for screens that only show what would be. */
    public FlagDecision peek(String flagKey, Units units, Attributes attributes) {
        return decision(flagKey, units, attributes, false);
    }

    /** Reports an outcome, {@code purchase}, without an amount. */
    public void track(String name, Units units) {
        record(name, units, null, Attributes.EMPTY);
    }

    /** Reports an outcome with an amount, finite and at most 1e12 in size. */
    public void track(String name, Units units, double value) {
        record(name, units, value, Attributes.EMPTY);
    }

    /** Reports an outcome with an amount and properties. */
    public void track(String name, Units units, double value, Attributes properties) {
        record(name, units, value, properties);
    }

    /** Reports an outcome with properties and no amount. */
    public void track(String name, Units units, Attributes properties) {
        record(name, units, null, properties);
    }

    /** Reports attributes of a unit, from now on. */
    public void profile(Units units, Attributes attributes) {
        long now = clock.millis();
        queue.offer(() -> new ProfileEvent(ids.next(), now, units, config(), attributes));
    }

    /** The datafile that it decides with now; null while there is none. */
    public @Nullable CompiledDatafile datafile() {
        return datafile.current();
    }

    /** How the client is doing. */
    public ClientStatus status() {
        return new ClientStatus(
                closed.get() ? State.CLOSED : feed.state(),
                datafile.version(),
                feed.isStreaming(),
                datafile.confirmedAgo(System.nanoTime()),
                queue.size(),
                sender.sent(),
                sender.rejected(),
                queue.dropped(),
                problems.last());
    }

    /** Waits until every event so far is answered for, at most that long; false if the limit came first. */
    public boolean flush(Duration limit) {
        try {
            return sender.flush(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Sends what is left, at most as long as the close limit, then ends. What is left after that counts as dropped. From then on
     * decisions are the callers' defaults, {@link DecisionReason#CLOSED}: what nobody records should meet nobody. Closing again
     * changes nothing.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        LiveClients.leave();
        queue.close();
        feed.close();
        sender.finish();
        try {
            sendThread.join(Math.max(1, closeLimit.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sendThread.interrupt();
        listener.tell(status());
    }

    void start(Duration initLimit) {
        feed.start(initLimit);
        sendThread.start();
        try {
            feed.awaitSettled(initLimit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FlagDecision decision(String flagKey, Units units, Attributes attributes, boolean recorded) {
        CompiledDatafile current = datafile.current();
        if (closed.get() || current == null) {
            return FlagDecision.without(flagKey, closed.get() ? DecisionReason.CLOSED : DecisionReason.NOT_READY);
        }
        try {
            Decision decision = current.evaluate(flagKey, units, attributes, clock.millis(), sticky);
            return FlagDecision.of(decision, units, attributes, recorded ? exposures : null);
        } catch (RuntimeException e) { // a null in the call, or a clock that fails: the page of the caller goes on
            problems.report("decide: " + e + " (expected: flag, units and attributes)");
            return FlagDecision.without(flagKey, DecisionReason.INVALID_CALL);
        }
    }

    private FlagDecision invalid(String flagKey) {
        return FlagDecision.without(flagKey, DecisionReason.INVALID_CALL);
    }

    private @Nullable Units userOrNull(@Nullable String user) {
        try {
            return Units.user(user == null ? "" : user);
        } catch (InvalidInputException e) {
            problems.report(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void record(String name, Units units, @Nullable Double value, Attributes properties) {
        long now = clock.millis();
        queue.offer(() -> new OutcomeEvent(ids.next(), now, units, config(), name, value, properties));
    }

    private @Nullable Long config() {
        CompiledDatafile current = datafile.current();
        return current == null ? null : current.version();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
