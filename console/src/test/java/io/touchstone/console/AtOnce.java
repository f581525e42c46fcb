package io.touchstone.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Calls that begin together, each on a thread of its own. Not on Reactor's shared threads: the server of the same JVM needs them,
 * and callers that wait on all of them would wait for ever.
 */
public final class AtOnce {
    private AtOnce() {}

    /** Calls {@code count} times; the results in order of their numbers. */
    public static <T> List<T> call(int count, IntFunction<T> call) {
        CyclicBarrier together = new CyclicBarrier(count);
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    together.await();
                    return call.apply(number);
                }));
            }
        }
        return running.stream().map(Future::resultNow).toList();
    }
}
