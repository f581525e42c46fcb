package io.touchstone.benchmarks.scenario;

import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;

/**
 * One record of the events topic.
 *
 * @param key whose event it is
 * @param record the event
 */
public record ScenarioEvent(TopicKey key, TopicRecord record) {}
