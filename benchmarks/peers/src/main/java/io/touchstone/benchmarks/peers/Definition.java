package io.touchstone.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The experiment as a peer writes it, beside this class. */
final class Definition {
    /** Key of the flag and of its experiment. */
    static final String KEY = "offer";

    private Definition() {}

    static String of(String peer) {
        String name = peer + ".json";
        try (InputStream in = Objects.requireNonNull(Definition.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
