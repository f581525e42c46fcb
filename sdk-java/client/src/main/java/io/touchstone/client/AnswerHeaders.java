package io.touchstone.client;

import java.net.http.HttpHeaders;
import java.util.Locale;

/** What the client reads from the headers of an answer. */
final class AnswerHeaders {
    private AnswerHeaders() {}

    /** Seconds of {@code Retry-After}, at most 9,999; 0 where it is absent or a date. */
    static int retryAfterSeconds(HttpHeaders headers) {
        String seconds = headers.firstValue("Retry-After").orElse("");
        return seconds.matches("[0-9]{1,4}") ? Integer.parseInt(seconds) : 0;
    }

    /** The media type without its parameters, in lower case; {@code absent} where there is none. */
    static String mediaType(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("absent");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
