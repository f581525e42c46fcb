package io.touchstone.certificate;

/** What a method says of one simulated experiment. */
public enum Verdict {
    /** It gives no interval. */
    REFUSED,
    /** Its interval lies below the true effect. */
    BELOW,
    /** Its interval covers the true effect. */
    COVERS,
    /** Its interval lies above the true effect. Without an effect, this and {@link #BELOW} are the two false alarms. */
    ABOVE
}
