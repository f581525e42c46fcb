package io.touchstone.assignment.http;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Reads request bodies whole, each up to a limit and all together up to a budget of memory: what slow or many callers may
 * hold here at most.
 */
public final class RequestBody {
    private final int limit;
    private final long budget;
    private final AtomicLong held = new AtomicLong();

    /**
     * @param limit bytes of one body
     * @param budget bytes of all bodies being read
     */
    public RequestBody(int limit, long budget) {
        this.limit = limit;
        this.budget = budget;
    }

    /**
     * The body, empty array for none.
     *
     * @return fails with {@link ApiProblem} 413 {@code body_too_large} or 503 {@code busy}
     */
    public Mono<byte[]> read(ServerRequest request) {
        long announced = request.headers().contentLength().orElse(0);
        if (announced > limit) {
            return Mono.error(tooLarge(announced + " bytes"));
        }
        Hold hold = new Hold();
        return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()).doOnNext(hold::take), limit)
                .map(RequestBody::toBytes)
                .onErrorMap(DataBufferLimitException.class, e -> tooLarge("more than " + limit + " bytes"))
                .defaultIfEmpty(new byte[0])
                .doFinally(signal -> hold.release());
    }

    /** Bytes of bodies being read now. */
    public long held() {
        return held.get();
    }

    private static byte[] toBytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private ApiProblem tooLarge(String size) {
        return new ApiProblem(413, "body_too_large", "body: " + size + " (expected: at most " + limit + " bytes)");
    }

    /** What one call holds of the budget. */
    private final class Hold {
        private long bytes;

        void take(DataBuffer buffer) {
            int size = buffer.readableByteCount();
            bytes += size;
            if (held.addAndGet(size) > budget) {
                DataBufferUtils.release(buffer);
                throw new ApiProblem(
                        503, "busy", "bodies being read: more than " + budget + " bytes (expected: less)", 1);
            }
        }

        void release() {
            held.addAndGet(-bytes);
        }
    }
}
