package io.touchstone.console.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The files of the page on the classpath, each with a gzip copy beside it. */
final class PageFiles {

    private static final String FOLDER = "console-page/";
    private static final String DOCUMENT = "index.html";
    /** The bundler's names carry a hash of the content, so a file never changes. */
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final CacheControl ASK_AGAIN = CacheControl.noCache();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./-]+");
    private static final Map<String, MediaType> TYPES = Map.of(
            "html", new MediaType("text", "html", StandardCharsets.UTF_8),
            "js", new MediaType("text", "javascript", StandardCharsets.UTF_8),
            "css", new MediaType("text", "css", StandardCharsets.UTF_8),
            "svg", MediaType.valueOf("image/svg+xml"));

    /**
     * No script but our own files, no other site's anything. Styles may be inline: the component library writes the style sheet of a
     * component when it is first shown, and a style cannot run.
     */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    /** The one document of all addresses of the page. */
    Mono<ServerResponse> document(ServerRequest request) {
        return file(request, DOCUMENT, ASK_AGAIN);
    }

    /** A file whose name changes with its content. */
    Mono<ServerResponse> asset(ServerRequest request, String name) {
        return file(request, name, FOREVER);
    }

    /** A file that keeps its name. */
    Mono<ServerResponse> unversioned(ServerRequest request, String name) {
        return file(request, name, ASK_AGAIN);
    }

    private static Mono<ServerResponse> file(ServerRequest request, String name, CacheControl caching) {
        MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        Resource plain = new ClassPathResource(FOLDER + name);
        if (type == null || !NAME.matcher(name).matches() || name.contains("..") || !plain.exists()) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        Resource compressed = new ClassPathResource(FOLDER + name + ".gz");
        boolean gzip = compressed.exists()
                && String.join(",", request.headers().header(HttpHeaders.ACCEPT_ENCODING))
                        .contains("gzip");
        return ServerResponse.ok()
                .contentType(type)
                .cacheControl(caching)
                .headers(headers -> {
                    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
                    headers.set("Content-Security-Policy", CONTENT_POLICY);
                    headers.set("X-Content-Type-Options", "nosniff");
                    headers.set("Referrer-Policy", "same-origin");
                    headers.set("Cross-Origin-Opener-Policy", "same-origin");
                    if (gzip) {
                        headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
                    }
                })
                .bodyValue(gzip ? compressed : plain);
    }
}
