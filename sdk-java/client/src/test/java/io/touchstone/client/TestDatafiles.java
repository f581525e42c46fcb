package io.touchstone.client;

/** The smallest datafile that answers something. */
final class TestDatafiles {
    private TestDatafiles() {}

    /** One flag, {@code greeting}, with that default. */
    static String greeting(long version, String text) {
        return """
                {"schema": 1, "environment": "tea/production", "version": %d, "publishedAt": "2026-11-22T07:00:00Z",
                 "flags": [{"key": "greeting", "type": "string", "default": "%s", "enabled": true}]}""".formatted(version, text);
    }
}
