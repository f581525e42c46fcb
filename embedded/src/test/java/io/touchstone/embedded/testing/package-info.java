/** What other modules' tests use to get a PostgreSQL and a Kafka; this folder is published as the test-jar. */
@NullMarked
package io.touchstone.embedded.testing;

import org.jspecify.annotations.NullMarked;
