/**
 * Starters of the servers that a newcomer and the tests need: PostgreSQL, and Kafka in KRaft mode.
 *
 * <p>Not here: anything of Touchstone itself; this module knows no other. Production uses external servers.
 */
@NullMarked
package io.touchstone.embedded;

import org.jspecify.annotations.NullMarked;
