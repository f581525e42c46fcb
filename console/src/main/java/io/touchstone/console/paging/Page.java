package io.touchstone.console.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list ordered by key.
 *
 * @param items at most as many as asked for
 * @param next cursor of the page after this one; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page of other elements. */
    public <R> Page<R> map(Function<? super T, ? extends R> element) {
        List<R> mapped = items.stream().<R>map(element).toList();
        return new Page<>(mapped, next);
    }

    /** Cuts a page out of one element more than was asked for. */
    static <T> Page<T> of(PageRequest request, List<T> oneMore, Function<? super T, String> key) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, request.limit());
        return new Page<>(items, request.cursorAfter(key.apply(items.getLast())));
    }
}
