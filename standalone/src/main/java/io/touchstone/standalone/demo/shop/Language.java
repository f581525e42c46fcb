package io.touchstone.standalone.demo.shop;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** In which language the demo's names are written. */
public enum Language {
    ZH,
    EN;

    /** The word of {@code --language}. */
    public static Optional<Language> named(String word) {
        return switch (word) {
            case "zh" -> Optional.of(ZH);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    /** The language of the terminal, as the first of {@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG} says; else English. */
    public static Language of(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return value.startsWith("zh") ? ZH : EN;
            }
        }
        return EN;
    }

    /** The word of {@code --language}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
