package io.touchstone.model.access;

import java.util.Locale;

/** What an API key may do. */
public enum KeyKind {
    /** A browser or app: evaluates and reports, public. */
    CLIENT,
    /** A server of the product: evaluates, reports, reads the datafile. */
    SERVER,
    /** Sends the events of an import and nothing else. */
    IMPORT;

    /** Name in JSON and in the key text. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
