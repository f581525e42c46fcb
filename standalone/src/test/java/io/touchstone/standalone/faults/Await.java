package io.touchstone.standalone.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for a condition, with a deadline that only a failure reaches. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private Await() {}

    static void until(String what, Callable<Boolean> condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("waited " + PATIENCE + " for " + what);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}
