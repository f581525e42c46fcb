package io.touchstone.standalone.importing;

import java.time.Duration;

/** Waiting, so that tests need not. */
interface Pause {

    /** The real one. */
    Pause REAL = duration -> Thread.sleep(duration);

    void of(Duration duration) throws InterruptedException;
}
