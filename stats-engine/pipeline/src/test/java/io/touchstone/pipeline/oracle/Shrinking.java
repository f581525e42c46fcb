package io.touchstone.pipeline.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes events out of a failing order as long as it still fails: what is left is what the failure needs. */
final class Shrinking {

    private Shrinking() {}

    /**
     * A sublist that still fails and from which no single element can be left out.
     *
     * @param fails true for {@code order}
     */
    static <T> List<T> smallest(List<T> order, Predicate<List<T>> fails) {
        List<T> current = order;
        int chunk = Math.max(1, current.size() / 2);
        while (true) {
            List<T> before = current;
            for (int from = 0; from < current.size(); ) {
                List<T> without = new ArrayList<>(current.subList(0, from));
                without.addAll(current.subList(Math.min(current.size(), from + chunk), current.size()));
                if (fails.test(without)) {
                    current = without;
                } else {
                    from += chunk;
                }
            }
            if (chunk > 1) {
                chunk = Math.max(1, chunk / 2);
            } else if (current.size() == before.size()) {
                return current;
            }
        }
    }
}
