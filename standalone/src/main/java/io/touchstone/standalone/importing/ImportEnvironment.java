package io.touchstone.standalone.importing;

import java.io.PrintStream;
import java.net.URI;

/**
 * What the command finds around it.
 *
 * @param server where the API answers, such as {@code http://127.0.0.1:8080}; both planes
 * @param token text of the operator's token
 * @param out progress and summary
 * @param err refusals, and rows that did not go in
 * @param terminal whether {@code out} is a terminal: one moving line then, plain lines every few seconds otherwise
 */
public record ImportEnvironment(URI server, String token, PrintStream out, PrintStream err, boolean terminal) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "ImportEnvironment[server=" + server + ", terminal=" + terminal + "]";
    }
}
