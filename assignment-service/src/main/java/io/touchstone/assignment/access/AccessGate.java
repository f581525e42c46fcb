package io.touchstone.assignment.access;

import io.touchstone.assignment.http.ApiCode;
import io.touchstone.assignment.http.ApiProblem;
import io.touchstone.assignment.publication.Snapshots;
import io.touchstone.model.access.AccessKey;
import io.touchstone.model.access.KeyKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Lets a call in or says why not: {@code key_missing}, {@code key_unknown}, {@code key_revoked} (401), {@code key_scope},
 * {@code key_origin} (403), {@code not_ready} (503). A key comes as {@code X-API-Key} or {@code Authorization: Bearer}.
 */
public final class AccessGate {
    private static final String KEY_HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    // Compared with where no key has that id, so that both ways take as long.
    private static final byte[] NO_KEY = new byte[32];

    private final Snapshots snapshots;

    public AccessGate(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * Who calls, if they may.
     *
     * @throws ApiProblem as the class says
     */
    public Caller admit(ServerRequest request, Scope scope) {
        Caller caller = authenticate(request.exchange().getRequest().getHeaders());
        AccessKey key = caller.key();
        if (!scope.allows(key.kind())) {
            throw new ApiProblem(
                    ApiCode.KEY_SCOPE,
                    "kind of key " + key.id() + ": " + key.kind().key() + " (expected: " + scope.allowedKinds() + ")");
        }
        checkOrigin(request.exchange().getRequest(), request.exchange().getResponse(), key);
        return caller;
    }

    /** Whether a key that was let in still is what it was: not revoked, not gone, and of the same secret. */
    public boolean isInUse(AccessKey key) {
        return snapshots
                .key(key.id())
                .map(Snapshots.KeyEntry::key)
                .filter(now -> !now.revoked() && now.sha256().equals(key.sha256()))
                .isPresent();
    }

    private Caller authenticate(HttpHeaders headers) {
        String text = keyText(headers);
        if (text == null) {
            throw new ApiProblem(ApiCode.KEY_MISSING, "key: absent (expected: X-API-Key or Authorization: Bearer)");
        }
        Optional<Snapshots.KeyEntry> entry =
                KeyText.parse(text).map(KeyText::id).flatMap(snapshots::key);
        byte[] expected = entry.map(Snapshots.KeyEntry::sha256).orElse(NO_KEY);
        boolean same = MessageDigest.isEqual(expected, sha256(text));
        if (!same || entry.isEmpty()) {
            throw snapshots.ready()
                    ? new ApiProblem(ApiCode.KEY_UNKNOWN, "key: unknown (expected: a key of an environment)")
                    : new ApiProblem(
                            ApiCode.NOT_READY, "publications: none read yet (expected: database or disk copy)", 1);
        }
        AccessKey key = entry.get().key();
        if (key.revoked()) {
            throw new ApiProblem(ApiCode.KEY_REVOKED, "key " + key.id() + ": revoked (expected: a key in use)");
        }
        return new Caller(entry.get().snapshot(), key);
    }

    private static @Nullable String keyText(HttpHeaders headers) {
        String own = headers.getFirst(KEY_HEADER);
        if (own != null) {
            return own;
        }
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    /** A client key is used from its own origins, from this server's own, or from no browser at all. */
    private static void checkOrigin(ServerHttpRequest request, ServerHttpResponse response, AccessKey key) {
        String origin = request.getHeaders().getOrigin();
        if (origin == null || (key.kind() == KeyKind.CLIENT && key.origins().contains(origin))) {
            return;
        }
        CrossOriginFilter.withdraw(response);
        if (key.kind() == KeyKind.CLIENT && CorsUtils.isCorsRequest(request)) {
            throw new ApiProblem(ApiCode.KEY_ORIGIN, "origin: " + origin + " (expected: one of key " + key.id() + ")");
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (expected: every Java platform has it)", e);
        }
    }
}
