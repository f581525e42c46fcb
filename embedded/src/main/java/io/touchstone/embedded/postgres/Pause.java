package io.touchstone.embedded.postgres;

/** Waiting between two looks at a process that gives no notice. */
final class Pause {
    private Pause() {}

    /** Returns false if the thread was interrupted; its interrupt flag is then set again. */
    static boolean millis(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
