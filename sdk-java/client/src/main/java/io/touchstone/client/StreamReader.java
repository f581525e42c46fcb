package io.touchstone.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The body of one stream: tells versions, remembers when it last heard anything. Complete when the stream has ended. */
final class StreamReader implements BodySubscriber<Void> {
    /** A read at a time, and then a pause: a server that floods is slowed down by TCP and not by our processor. */
    private static final int PAUSE_MILLIS = 10;

    private final Runnable opened;
    private final LongConsumer told;
    private final StreamParser parser = new StreamParser();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile long heardNanos = System.nanoTime();
    private volatile @Nullable String refusal;
    private volatile int askedSeconds;
    private Flow.@Nullable Subscription subscription;

    /**
     * @param opened called once the server has agreed
     * @param told called with each version that the server tells
     */
    StreamReader(Runnable opened, LongConsumer told) {
        this.opened = opened;
        this.told = told;
    }

    /** Looks at status and headers. */
    StreamReader accept(ResponseInfo answer) {
        String type = AnswerHeaders.mediaType(answer.headers());
        if (answer.statusCode() != 200) {
            refusal = "status " + answer.statusCode() + " (expected: 200)";
            askedSeconds = AnswerHeaders.retryAfterSeconds(answer.headers());
        } else if (!type.equals("text/event-stream")) {
            refusal = "Content-Type " + type + " (expected: text/event-stream)";
        }
        return this;
    }

    /** When it last heard something, by {@link System#nanoTime}; at first, when it was made. */
    long heardNanos() {
        return heardNanos;
    }

    /** How long the server asks to stay away, in milliseconds; 0 if it did not say. */
    long askedMillis() {
        return Math.max(TimeUnit.SECONDS.toMillis(askedSeconds), parser.retryMillis());
    }

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        String problem = refusal;
        if (problem != null) {
            fail(given, new IOException(problem));
            return;
        }
        heardNanos = System.nanoTime();
        opened.run();
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        Flow.Subscription source = subscription;
        if (source == null || end.isDone()) {
            return;
        }
        heardNanos = System.nanoTime();
        try {
            long last = StreamParser.NOTHING;
            for (ByteBuffer piece : pieces) {
                long version = parser.read(piece);
                last = version == StreamParser.NOTHING ? last : version;
            }
            if (last != StreamParser.NOTHING) {
                told.accept(last);
            }
            Threads.LOOP.schedule(() -> source.request(1), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            fail(source, e);
        }
    }

    @Override
    public void onError(Throwable error) {
        end.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    private void fail(Flow.Subscription source, IOException problem) {
        source.cancel();
        end.completeExceptionally(problem);
    }
}
