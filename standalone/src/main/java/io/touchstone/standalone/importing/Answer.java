package io.touchstone.standalone.importing;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the server said.
 *
 * @param status HTTP status
 * @param body JSON; a missing node where there is none
 * @param retryAfter when to come back, where the server says so in seconds
 */
public record Answer(int status, JsonNode body, Optional<Duration> retryAfter) {

    /** Done as asked. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Busy or away for now: the same request may be sent again. */
    public boolean isBusy() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** The stable code of a problem; empty where the answer is none. */
    public String code() {
        return body.path("code").asString("");
    }

    /** The problem in words. */
    public String problem() {
        String detail = body.path("detail").asString("");
        String code = code();
        return "status " + status + (code.isEmpty() ? "" : ", " + code) + (detail.isEmpty() ? "" : ": " + detail);
    }
}
