package io.touchstone.standalone.demo;

import io.touchstone.client.FlagDecision;
import io.touchstone.client.TouchstoneClient;
import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.demo.count.Assignment;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Tactic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Variants as the SDK decides them, on the server's datafile. */
record SdkAssignment(TouchstoneClient client) implements Assignment {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @Override
    public @Nullable String variant(Customer customer) {
        FlagDecision decision = client.peek(customer.tactic().flag(), customer.units(), customer.attributes());
        return customer.tactic().key().equals(decision.experiment()) ? decision.variant() : null;
    }

    @Override
    public long config() {
        return client.status().datafileVersion();
    }

    /**
     * Waits until the starts have taken effect, here in the SDK.
     *
     * @throws RefusedException {@code demo_not_assigned}
     */
    void awaitStarts(History history) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Tactic tactic : Tactic.values()) {
            Customer first = history.customers(tactic).getFirst();
            while (variant(first) == null) {
                if (System.nanoTime() > deadline) {
                    throw new RefusedException(
                            "demo_not_assigned",
                            "experiment " + tactic.key() + ": assigns nobody (expected: running; start it in the"
                                    + " console, or choose an empty folder with --data)");
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }
}
