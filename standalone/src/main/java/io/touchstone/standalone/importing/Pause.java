package io.touchstone.standalone.importing;

import java.time.Duration;

/** Waiting, so that tests need not. */
public interface Pause {

    /** The real one. */
    Pause REAL = duration -> Thread.sleep(duration);

    /** Waits so long. */
    void of(Duration duration) throws InterruptedException;
}
