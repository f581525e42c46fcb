/**
 * Records of the events topic and their bytes; written by ingestion, read by the pipeline. Start with
 * {@link io.touchstone.model.record.TopicRecord}.
 */
@NullMarked
package io.touchstone.model.record;

import org.jspecify.annotations.NullMarked;
