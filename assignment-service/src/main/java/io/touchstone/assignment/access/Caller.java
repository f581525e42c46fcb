package io.touchstone.assignment.access;

import io.touchstone.assignment.publication.Snapshot;
import io.touchstone.model.access.AccessKey;

/**
 * Who calls: a valid key, and the documents of its environment as they were when the call came in.
 *
 * @param snapshot documents of the environment
 * @param key the key
 */
public record Caller(Snapshot snapshot, AccessKey key) {}
