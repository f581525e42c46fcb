/**
 * Takes batches of events: reads, judges, admits and hands them to the event log before it answers.
 *
 * <p>Start at {@link io.touchstone.assignment.ingestion.EventsHandler}; the rules are in
 * {@link io.touchstone.assignment.ingestion.EventJudge}.
 */
@NullMarked
package io.touchstone.assignment.ingestion;

import org.jspecify.annotations.NullMarked;
