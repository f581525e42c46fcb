package io.touchstone.standalone.openfeature;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.ArrayList;
import java.util.List;

/** Cucumber makes it by its name: what it heard stands in static fields, of the last run alone. */
public final class ScenarioCount implements ConcurrentEventListener {
    private static final List<String> FAILURES = new ArrayList<>();
    private static int passed;

    /** Starts a new run. */
    public ScenarioCount() {
        synchronized (FAILURES) {
            FAILURES.clear();
            passed = 0;
        }
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, ScenarioCount::count);
    }

    private static void count(TestCaseFinished scenario) {
        synchronized (FAILURES) {
            if (scenario.getResult().getStatus().isOk()) {
                passed++;
            } else {
                FAILURES.add(scenario.getTestCase().getName() + " (line "
                        + scenario.getTestCase().getLocation().getLine() + "): "
                        + scenario.getResult().getStatus() + " "
                        + scenario.getResult().getError());
            }
        }
    }

    static int passed() {
        synchronized (FAILURES) {
            return passed;
        }
    }

    static List<String> failures() {
        synchronized (FAILURES) {
            return List.copyOf(FAILURES);
        }
    }
}
