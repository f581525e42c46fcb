package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShutdownOrderTest {
    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
    private final ShutdownOrder order = new ShutdownOrder();

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }

    @Test
    void close_severalParts_lastStartedFirst() {
        order.add(part("database"));
        order.add(part("broker"));
        order.add(part("planes"));
        order.startEnded();
        order.close();
        order.close();
        assertThat(closed).containsExactly("planes", "broker", "database");
    }

    @Test
    void close_onePartFails_theOthersStillStop() {
        order.add(part("database"));
        order.add(() -> {
            throw new IllegalStateException("stuck");
        });
        order.startEnded();
        order.close();
        assertThat(closed).containsExactly("database");
    }

    @Test
    void close_duringAStep_waitsForItAndClosesItToo() throws InterruptedException {
        order.add(part("database"));
        CountDownLatch stopping = new CountDownLatch(1);
        Thread stop = Thread.ofPlatform().start(() -> {
            stopping.countDown();
            order.close();
        });
        stopping.await();
        // The stop has been asked for or is about to be; keep adding until it is noticed.
        assertThatExceptionOfType(ShutdownOrder.StoppingException.class).isThrownBy(() -> {
            while (true) {
                order.add(part("late"));
                Thread.onSpinWait();
            }
        });
        order.startEnded();
        stop.join();
        assertThat(closed).endsWith("database").contains("late");
    }
}
