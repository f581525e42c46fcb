package io.touchstone.standalone.demo;

import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.demo.shop.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code demo} was asked for.
 *
 * @param once exit after the summary
 * @param figures print lines for programs as well
 * @param seed of the shop; absent: 1, or what the data folder holds
 * @param language of names and summary
 * @param up options of {@code up}
 */
record DemoOptions(boolean once, boolean figures, Optional<Long> seed, Language language, List<String> up) {
    static final String USAGE = """
            usage: ./touchstone demo [--once] [--seed NUMBER] [--language zh|en] [--figures]
                                     [--data FOLDER] [--host ADDRESS] [--port PORT]""";

    DemoOptions {
        up = List.copyOf(up);
    }

    /** @throws RefusedException {@code usage} naming the option */
    static DemoOptions parse(List<String> arguments, Map<String, String> environment) {
        boolean once = false;
        boolean figures = false;
        Optional<Long> seed = Optional.empty();
        Language language = Language.of(environment);
        List<String> up = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
            switch (name) {
                case "--once" -> once = true;
                case "--figures" -> figures = true;
                case "--seed", "--language" -> {
                    boolean apart = name.equals(argument);
                    if (apart && i + 1 == arguments.size()) {
                        throw refused(name + ": nothing (expected: a value)");
                    }
                    String value = apart ? arguments.get(++i) : argument.substring(name.length() + 1);
                    if (name.equals("--seed")) {
                        seed = Optional.of(seed(value));
                    } else {
                        language = language(value);
                    }
                }
                default -> up.add(argument);
            }
        }
        return new DemoOptions(once, figures, seed, language, up);
    }

    private static long seed(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw refused("--seed: " + text + " (expected: a whole number, 0 or more)");
        }
        return Long.parseLong(text);
    }

    private static Language language(String text) {
        return Language.named(text).orElseThrow(() -> refused("--language: " + text + " (expected: zh or en)"));
    }

    private static RefusedException refused(String sentence) {
        return new RefusedException("usage", sentence + "\n" + USAGE);
    }
}
