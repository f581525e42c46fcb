package io.touchstone.standalone.up;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be started alone with {@code --plane=}; without the option all of it starts in one JVM. */
enum Part {
    DATABASE(5432),
    BROKER(9092),
    PIPELINE(0),
    ASSIGNMENT(8080),
    CONSOLE(8080);

    private final int defaultPort;

    Part(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    static Optional<Part> named(String text) {
        return Arrays.stream(values()).filter(part -> part.word().equals(text)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Part::word).sorted().collect(Collectors.joining(", "));
    }

    static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it listens when started alone and not told; 0 if it then has no port. */
    int defaultPort() {
        return defaultPort;
    }

    boolean answersCalls() {
        return this == ASSIGNMENT || this == CONSOLE;
    }
}
