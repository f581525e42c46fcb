/**
 * What the planes and the stats engine tell each other: catalog, access list, topic records, cells, and their codecs.
 *
 * <p>Not here: Kafka, Spring, SQL. Records and codecs only, so that each plane can read them with its own transport.
 */
@NullMarked
package io.touchstone.model;

import org.jspecify.annotations.NullMarked;
