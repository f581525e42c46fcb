package io.touchstone.statistics;

import java.util.Optional;
import java.util.function.Function;

/**
 * The answer of a computation that is not always possible: a value, or why there is none.
 *
 * @param <T> what is estimated; its numbers are always finite
 */
public sealed interface Result<T> permits Estimated, NotEstimable {

    /** The value where there is one. */
    default Optional<T> found() {
        return switch (this) {
            case Estimated<T> estimated -> Optional.of(estimated.value());
            case NotEstimable<T> _ -> Optional.empty();
        };
    }

    /** The answer for what follows from the value; the reason stays the same where there is none. */
    default <U> Result<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Estimated<T> estimated -> new Estimated<>(change.apply(estimated.value()));
            case NotEstimable<T> missing -> new NotEstimable<>(missing.reason(), missing.text());
        };
    }
}
