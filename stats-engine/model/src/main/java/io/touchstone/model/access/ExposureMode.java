package io.touchstone.model.access;

/** Whether a single evaluation over HTTP records an exposure. */
public enum ExposureMode {
    /** It does. */
    ON_EVALUATE("on-evaluate"),
    /** The caller reports exposures itself. */
    MANUAL("manual");

    private final String key;

    ExposureMode(String key) {
        this.key = key;
    }

    /** Name in JSON. */
    public String key() {
        return key;
    }
}
