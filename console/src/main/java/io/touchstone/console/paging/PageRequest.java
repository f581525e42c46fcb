package io.touchstone.console.paging;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which part of a list: what follows {@code after}, at most {@code limit} elements.
 *
 * @param list names the list, so that a cursor of another one is refused
 * @param limit 1..200
 * @param after key of the last element before the page, empty for the first page
 */
public record PageRequest(String list, int limit, String after) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final String SEPARATOR = "\n";

    /**
     * Reads the query parameters of a list.
     *
     * @throws io.touchstone.console.problem.ProblemException {@code number_range}, {@code cursor_invalid}
     */
    public static PageRequest of(String list, @Nullable String limit, @Nullable String cursor) {
        return new PageRequest(list, limit(limit), cursor == null ? "" : after(list, cursor));
    }

    /** How many rows to read: one more than asked for tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    /** Collects rows read with {@link #rows()} into a page. */
    public <T> Mono<Page<T>> page(Flux<T> rows, Function<? super T, String> key) {
        return rows.collectList().map(all -> Page.of(this, all, key));
    }

    String cursorAfter(String key) {
        byte[] text = (list + SEPARATOR + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of bounds.
        }
        throw ProblemException.of(ProblemCode.NUMBER_RANGE, "limit", text, "1 to " + MAX_LIMIT);
    }

    private static String after(String list, String cursor) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            String prefix = list + SEPARATOR;
            if (text.startsWith(prefix) && text.indexOf('\0') < 0) {
                return text.substring(prefix.length());
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // Refused below, like the cursor of another list.
        }
        throw ProblemException.of(ProblemCode.CURSOR_INVALID, "cursor", cursor, "the field next of this list");
    }
}
