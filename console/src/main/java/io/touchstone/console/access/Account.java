package io.touchstone.console.access;

/**
 * A person who signs in with a password.
 *
 * @param username lower case
 * @param passwordHash with its algorithm in braces
 * @param mustChangePassword whether the password was given out once
 */
record Account(String username, String passwordHash, boolean mustChangePassword) {
    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
