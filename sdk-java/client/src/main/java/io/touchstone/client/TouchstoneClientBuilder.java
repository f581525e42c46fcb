package io.touchstone.client;

import io.touchstone.core.input.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options of a {@link TouchstoneClient}. Wrong ones are refused by {@link #build}, the only place that throws. */
public final class TouchstoneClientBuilder {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    @Nullable
    URI baseUri;

    @Nullable
    String apiKey;

    Duration pollInterval = Duration.ofSeconds(5);
    Duration initLimit = Duration.ofSeconds(2);
    Duration flushInterval = Duration.ofSeconds(1);
    Duration closeLimit = Duration.ofSeconds(2);
    int queueBound = 10_000;
    InstantSource clock = InstantSource.system();

    boolean streaming = true;

    @Nullable
    Path folder;

    private @Nullable String bootstrap;
    private @Nullable Path bootstrapFile;

    /** How long the datafile may take to arrive, a stream may be silent. Only our own tests need others. */
    Duration answerLimit = Duration.ofSeconds(10);

    Duration silenceLimit = Duration.ofSeconds(35);

    ClientListener listener = status -> {};

    @Nullable
    StickyStore stickyStore;

    TouchstoneClientBuilder() {}

    /** Address of the assignment service, {@code https://touchstone.example}. Required. */
    public TouchstoneClientBuilder baseUri(URI uri) {
        this.baseUri = uri;
        return this;
    }

    /** Text of a server key. Required. */
    public TouchstoneClientBuilder apiKey(String key) {
        this.apiKey = key;
        return this;
    }

    /** How often the datafile is asked for while there is no stream, 1 millisecond to 1 day; 5 seconds. */
    public TouchstoneClientBuilder pollInterval(Duration interval) {
        this.pollInterval = interval;
        return this;
    }

    /**
     * Whether the server tells of new datafiles over a stream, within a second, instead of being asked every poll interval; yes.
     * Without a stream, such as behind a proxy that allows none, the client asks.
     */
    public TouchstoneClientBuilder streaming(boolean wanted) {
        this.streaming = wanted;
        return this;
    }

    /** How long {@link #build} waits for the server's datafile at most, up to 1 day; 2 seconds. Zero does not wait. */
    public TouchstoneClientBuilder initLimit(Duration limit) {
        this.initLimit = limit;
        return this;
    }

    /** How long an event waits for others at most; 1 second. */
    public TouchstoneClientBuilder flushInterval(Duration interval) {
        this.flushInterval = interval;
        return this;
    }

    /** How long {@link TouchstoneClient#close} goes on sending at most; 2 seconds. */
    public TouchstoneClientBuilder closeLimit(Duration limit) {
        this.closeLimit = limit;
        return this;
    }

    /** How many events wait to be sent at most; 10,000, and never more than 16 MiB. Further ones are dropped and counted. */
    public TouchstoneClientBuilder queueBound(int events) {
        this.queueBound = events;
        return this;
    }

    /** What time it is, for decisions and events; the system's clock. */
    public TouchstoneClientBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /**
     * A datafile to start from, so that the first decision needs no server. The server's replaces it. One that cannot be read is
     * reported and ignored.
     */
    public TouchstoneClientBuilder bootstrap(String datafile) {
        this.bootstrap = datafile;
        return this;
    }

    /** The same from a file of at most 16 MiB. */
    public TouchstoneClientBuilder bootstrap(Path file) {
        this.bootstrapFile = file;
        return this;
    }

    /**
     * A folder on a local disk where the client keeps the last datafile for its next start; none. Made where it is absent, for
     * its owner alone. Clients of several applications may share one.
     */
    public TouchstoneClientBuilder folder(Path localFolder) {
        this.folder = localFolder;
        return this;
    }

    /** Told when state or datafile change. */
    public TouchstoneClientBuilder listener(ClientListener clientListener) {
        this.listener = clientListener;
        return this;
    }

    /** Keeps units in an experiment whose audience they leave; none. */
    public TouchstoneClientBuilder stickyStore(StickyStore store) {
        this.stickyStore = store;
        return this;
    }

    /**
     * Starts the client. Waits for the server's datafile, at most the init limit. With a bootstrap or a copy from an earlier start
     * it waits for the server's first answer only, and goes on with what it has. Without any the client answers callers' defaults
     * until a datafile comes.
     *
     * @throws InvalidInputException {@code option_missing}, {@code option_invalid}
     */
    public TouchstoneClient build() {
        URI uri = required("baseUri", baseUri);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw InvalidInputException.of("option_invalid", "baseUri", uri, "an http or https address with a host");
        }
        String key = required("apiKey", apiKey);
        if (!key.matches("[\\x21-\\x7e]{1,256}")) {
            throw new InvalidInputException(
                    "option_invalid", "apiKey: hidden (expected: 1 to 256 visible ASCII characters)");
        }
        requireBetween("pollInterval", pollInterval, SHORTEST);
        requireBetween("flushInterval", flushInterval, SHORTEST);
        requireBetween("initLimit", initLimit, Duration.ZERO);
        requireBetween("closeLimit", closeLimit, Duration.ZERO);
        if (queueBound < 1) {
            throw InvalidInputException.of("option_invalid", "queueBound", queueBound, "1 or more");
        }
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(listener, "listener");
        TouchstoneClient client = new TouchstoneClient(this, new Server(uri, key, answerLimit));
        client.start(initLimit);
        return client;
    }

    /** @param expected whether the client is none of those that were made by mistake */
    FeedOptions feedOptions(boolean expected) {
        boolean sooner = pollInterval.compareTo(LiveClients.INTERVAL_BEYOND) < 0;
        return new FeedOptions(
                !expected && sooner ? LiveClients.INTERVAL_BEYOND : pollInterval, silenceLimit, streaming && expected);
    }

    /** Holds the newest of the copy and the bootstraps, if there is any. */
    HeldDatafile startingDatafile(Problems problems) {
        DatafileCopy copy = folder == null ? null : new DatafileCopy(folder, baseUri + "\n" + apiKey, problems);
        HeldDatafile held = new HeldDatafile(copy, problems);
        byte[] kept = copy == null ? null : copy.read();
        if (kept != null) {
            held.restore("copy", kept);
        }
        if (bootstrap != null) {
            held.restore("bootstrap", bootstrap.getBytes(StandardCharsets.UTF_8));
        }
        if (bootstrapFile != null) {
            try {
                held.restore("bootstrap", DatafileCopy.contentOf(bootstrapFile));
            } catch (IOException | RuntimeException e) {
                problems.report("bootstrap: " + e + " (expected: a readable file)");
            }
        }
        return held;
    }

    private static void requireBetween(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw InvalidInputException.of("option_invalid", name, value, least + " to " + LONGEST);
        }
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw InvalidInputException.of("option_missing", name, "absent", "required");
        }
        return value;
    }
}
