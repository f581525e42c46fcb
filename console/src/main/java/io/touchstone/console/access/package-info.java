/**
 * Who may call the control plane: operator tokens, accounts, sessions, and the security chain that asks them. Not here: API keys of the
 * data plane ({@code apikey}).
 */
@NullMarked
package io.touchstone.console.access;

import org.jspecify.annotations.NullMarked;
