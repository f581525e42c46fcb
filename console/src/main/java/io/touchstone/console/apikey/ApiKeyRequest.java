package io.touchstone.console.apikey;

import io.touchstone.console.access.SecretText;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.model.access.ExposureMode;
import io.touchstone.model.access.KeyKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An API key to make.
 *
 * @param name for people
 * @param kind {@code client | server | import}
 * @param origins of a client key, such as {@code https://shop.example}; never {@code *}
 * @param exposure {@code on-evaluate | manual}; a server key's default is {@code on-evaluate}, others are always {@code manual}
 * @param eventsPerSecond limit of ingestion, 1 to 1,000,000; default 50,000, for client keys 1,000
 */
public record ApiKeyRequest(
        @Nullable String name,
        @Nullable String kind,
        @Nullable List<String> origins,
        @Nullable String exposure,
        @Nullable Integer eventsPerSecond) {
    private static final int MAX_ORIGINS = 100;
    private static final int MAX_EVENTS_PER_SECOND = 1_000_000;
    private static final int EVENTS_PER_SECOND = 50_000;
    private static final int CLIENT_EVENTS_PER_SECOND = 1_000;

    /** The key of a key text. */
    ApiKey key(String id, String text, Instant now) {
        String word = Require.oneOf(
                "kind", kind, Arrays.stream(KeyKind.values()).map(KeyKind::key).toList());
        KeyKind kindOfKey = KeyKind.valueOf(word.toUpperCase(Locale.ROOT));
        return new ApiKey(
                id,
                Require.name("name", name),
                kindOfKey,
                HexFormat.of().formatHex(SecretText.sha256(text)),
                exposureOf(kindOfKey),
                originsOf(kindOfKey),
                limitOf(kindOfKey),
                now,
                null);
    }

    private ExposureMode exposureOf(KeyKind kindOfKey) {
        ExposureMode usual = kindOfKey == KeyKind.SERVER ? ExposureMode.ON_EVALUATE : ExposureMode.MANUAL;
        if (exposure == null) {
            return usual;
        }
        List<ExposureMode> allowed =
                kindOfKey == KeyKind.SERVER ? List.of(ExposureMode.values()) : List.of(ExposureMode.MANUAL);
        Require.oneOf(
                "exposure", exposure, allowed.stream().map(ExposureMode::key).toList());
        return exposure.equals(ExposureMode.MANUAL.key()) ? ExposureMode.MANUAL : usual;
    }

    private List<String> originsOf(KeyKind kindOfKey) {
        List<String> given = origins == null ? List.of() : origins;
        if (!given.isEmpty() && kindOfKey != KeyKind.CLIENT) {
            throw ProblemException.of(
                    ProblemCode.VALUE_INVALID, "origins", given, "none: only client keys have origins");
        }
        Require.size("origins", given, 0, MAX_ORIGINS);
        for (int i = 0; i < given.size(); i++) {
            requireOrigin("origins[" + i + "]", given.get(i));
        }
        return given;
    }

    private int limitOf(KeyKind kindOfKey) {
        if (eventsPerSecond == null) {
            return kindOfKey == KeyKind.CLIENT ? CLIENT_EVENTS_PER_SECOND : EVENTS_PER_SECOND;
        }
        if (eventsPerSecond < 1 || eventsPerSecond > MAX_EVENTS_PER_SECOND) {
            throw ProblemException.of(
                    ProblemCode.NUMBER_RANGE, "eventsPerSecond", eventsPerSecond, "1 to " + MAX_EVENTS_PER_SECOND);
        }
        return eventsPerSecond;
    }

    private static void requireOrigin(String field, @Nullable String origin) {
        try {
            URI uri = new URI(Require.present(field, origin));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            String bare = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            if (web && uri.getHost() != null && bare.equals(origin) && bare.equals(bare.toLowerCase(Locale.ROOT))) {
                return;
            }
        } catch (URISyntaxException e) {
            // Refused below, like everything that is more or less than an origin.
        }
        throw ProblemException.of(
                ProblemCode.VALUE_INVALID,
                field,
                origin,
                "an origin such as https://shop.example, lower case, no path");
    }
}
