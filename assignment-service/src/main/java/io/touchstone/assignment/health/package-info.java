/** Whether the data plane is ready, and what it knows of the database and of Kafka. */
@NullMarked
package io.touchstone.assignment.health;

import org.jspecify.annotations.NullMarked;
