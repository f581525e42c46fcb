package io.touchstone.standalone.demo.shop;

/**
 * A name in both languages.
 *
 * @param zh Simplified Chinese
 * @param en English
 */
public record Label(String zh, String en) {

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
