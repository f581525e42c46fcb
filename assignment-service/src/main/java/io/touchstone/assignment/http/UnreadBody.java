package io.touchstone.assignment.http;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads what is left of a request before it is refused. An answer that overtakes its request's body resets callers that are
 * still sending, and may cost the next request on a kept connection its answer. What is too long or too slow to be read away
 * costs the caller the connection instead.
 */
final class UnreadBody {
    /** Bytes that are read away at most; none of them is kept. */
    static final long LARGEST_BYTES = 8L << 20;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String READ = UnreadBody.class.getName() + ".read";

    private UnreadBody() {}

    /** Notes that somebody else reads the body, to its end or as far as {@link #LARGEST_BYTES}. */
    static void isRead(ServerWebExchange exchange) {
        exchange.getAttributes().put(READ, true);
    }

    /** The connection ends with this answer. */
    static void close(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setConnection("close");
    }

    /** Completes when the body is read, or when the connection will not be used again. */
    static Mono<Void> drain(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        boolean none = headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        if (none || exchange.getAttributes().containsKey(READ)) {
            return Mono.empty();
        }
        isRead(exchange);
        if (headers.containsHeader(HttpHeaders.EXPECT)) {
            // The caller asked first; reading now would tell it to go on.
            close(exchange);
            return Mono.empty();
        }
        return exchange.getRequest()
                .getBody()
                .map(UnreadBody::release)
                .scan(0L, Long::sum)
                .takeUntil(bytes -> bytes > LARGEST_BYTES)
                .last(0L)
                .timeout(LONGEST, Mono.just(Long.MAX_VALUE))
                .onErrorReturn(Long.MAX_VALUE)
                .doOnNext(bytes -> {
                    if (bytes > LARGEST_BYTES) {
                        close(exchange);
                    }
                })
                .then();
    }

    /** Gives a piece back; how long it was. */
    static long release(DataBuffer buffer) {
        long bytes = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
