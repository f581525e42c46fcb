package io.touchstone.console.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class PageConfigurationTest {

    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*src=\"(/assets/[^\"]+)\"");

    private final WebTestClient http = WebTestClient.bindToRouterFunction(new PageConfiguration().pageRoutes())
            .build();

    @BeforeEach
    void pageWasBuilt() {
        assumeTrue(new ClassPathResource("console-page/index.html").exists(), "the page was left out of this build");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/p/shop/production/experiments", "/p/shop/production/experiments/a.b", "/methods/welch"})
    void address_ofThePage_getsTheDocumentWithoutInlineScript(String address) {
        EntityExchangeResult<String> answer =
                http.get().uri(address).exchange().expectBody(String.class).returnResult();
        assertEquals(200, answer.getStatus().value());
        HttpHeaders headers = answer.getResponseHeaders();
        assertEquals("no-cache", headers.getCacheControl());
        String policy = String.valueOf(headers.getFirst("Content-Security-Policy"));
        assertTrue(policy.contains("script-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        String body = String.valueOf(answer.getResponseBody());
        assertFalse(Pattern.compile("<script(?![^>]*src=)").matcher(body).find(), body);
    }

    @Test
    void asset_withGzipAccepted_isCompressedAndKeptForever() {
        Matcher script = SCRIPT.matcher(String.valueOf(http.get()
                .uri("/")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
        assertTrue(script.find());
        http.get()
                .uri(script.group(1))
                .header(HttpHeaders.ACCEPT_ENCODING, "br, gzip")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_ENCODING, "gzip")
                .expectHeader()
                .valueMatches(HttpHeaders.CACHE_CONTROL, ".*max-age=31536000.*immutable.*")
                .expectHeader()
                .contentType("text/javascript;charset=UTF-8");
        http.get().uri(script.group(1)).exchange().expectHeader().doesNotExist(HttpHeaders.CONTENT_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/none.js",
                "/assets/..%2findex.html",
                "/assets/index.html.gz",
                "/assets/%00.js",
                "/nowhere"
            })
    void address_ofNothing_isNotFound(String address) {
        http.get().uri(java.net.URI.create(address)).exchange().expectStatus().isNotFound();
    }

    @Test
    void head_ofThePage_answersAsGetWithoutBody() {
        http.head().uri("/").exchange().expectStatus().isOk().expectBody().isEmpty();
    }
}
