package io.touchstone.console.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in with a password.
 *
 * @param username lower case
 * @param passwordHash with its algorithm in braces
 * @param mustChangePassword whether the password was given out once
 * @param failedSignIns in a row
 * @param blockedUntil before which no sign-in is tried
 */
record Account(
        String username,
        String passwordHash,
        boolean mustChangePassword,
        int failedSignIns,
        @Nullable Instant blockedUntil) {
    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
