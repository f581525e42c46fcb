package io.touchstone.console.access;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who calls the control plane.
 *
 * @param name {@code token:NAME} for a token, else the user name
 * @param kind how it signed in
 * @param mustChangePassword whether a one-time password has to be replaced before anything else
 */
public record Operator(String name, Kind kind, boolean mustChangePassword) implements AuthenticatedPrincipal {
    /** How a caller signed in. */
    public enum Kind {
        /** With an operator's token. */
        TOKEN,
        /** With a browser session. */
        SESSION
    }

    @Override
    public String getName() {
        return name;
    }
}
