package io.touchstone.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body in memory, given up as soon as it is longer than it may be. */
final class LimitedBody implements BodySubscriber<byte[]> {
    /** Pieces of 16 KiB under way: one at a time would be a change of threads for each, seconds for 16 MiB on a busy machine. */
    private static final int AHEAD = 64;

    private final int limit;
    private final long announced;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    /** @param limit bytes the body may have */
    LimitedBody(ResponseInfo answer, int limit) {
        this.limit = limit;
        this.announced = answer.headers().firstValueAsLong("Content-Length").orElse(0);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (announced > limit) {
            refuse(given);
        } else {
            given.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        Flow.Subscription source = subscription;
        if (source == null || body.isDone()) {
            return;
        }
        for (ByteBuffer piece : pieces) {
            if (piece.remaining() > limit - bytes.size()) {
                refuse(source);
                return;
            }
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            bytes.write(copy, 0, copy.length);
        }
        source.request(1);
    }

    @Override
    public void onError(Throwable error) {
        body.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }

    private void refuse(Flow.Subscription source) {
        source.cancel();
        body.completeExceptionally(new IOException("body: longer (expected: at most " + limit + " bytes)"));
    }
}
