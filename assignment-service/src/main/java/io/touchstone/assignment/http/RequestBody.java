package io.touchstone.assignment.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads request bodies whole, each up to a limit and all together up to a budget of memory: what slow or many callers may
 * hold here at most. The rest of a body that is refused is read away, so that its connection stays fit for use.
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
        ServerWebExchange exchange = request.exchange();
        UnreadBody.isRead(exchange);
        Reading reading = new Reading(exchange);
        return exchange.getRequest()
                .getBody()
                .takeUntil(reading::take)
                .then(Mono.fromSupplier(reading::bytes))
                .doFinally(signal -> reading.release());
    }

    /** Bytes of bodies being read now. */
    public long held() {
        return held.get();
    }

    private ApiProblem tooLarge(String size) {
        return new ApiProblem(ApiCode.BODY_TOO_LARGE, "body: " + size + " (expected: at most " + limit + " bytes)");
    }

    /** One body on its way in, and what it holds of the budget. */
    private final class Reading {
        private final ServerWebExchange exchange;
        private final List<DataBuffer> pieces = new ArrayList<>(2);
        private int size;
        private long drained;
        private @Nullable ApiProblem refusal;

        Reading(ServerWebExchange exchange) {
            this.exchange = exchange;
        }

        /** Takes a piece; true when nothing more is to be read, finished or not. */
        boolean take(DataBuffer piece) {
            if (refusal != null) {
                drained += UnreadBody.release(piece);
                if (drained > UnreadBody.LARGEST_BYTES) {
                    UnreadBody.close(exchange);
                    return true;
                }
                return false;
            }
            int more = piece.readableByteCount();
            pieces.add(piece);
            size += more;
            long all = held.addAndGet(more);
            if (size > limit) {
                refuse(tooLarge("more than " + limit + " bytes"));
            } else if (all > budget) {
                refuse(new ApiProblem(
                        ApiCode.BUSY, "bodies being read: more than " + budget + " bytes (expected: less)", 1));
            }
            return false;
        }

        byte[] bytes() {
            if (refusal != null) {
                throw refusal;
            }
            byte[] bytes = new byte[size];
            int at = 0;
            for (DataBuffer piece : pieces) {
                int length = piece.readableByteCount();
                piece.read(bytes, at, length);
                at += length;
            }
            return bytes;
        }

        private void refuse(ApiProblem reason) {
            refusal = reason;
            release();
        }

        void release() {
            pieces.forEach(DataBufferUtils::release);
            pieces.clear();
            held.addAndGet(-size);
            size = 0;
        }
    }
}
