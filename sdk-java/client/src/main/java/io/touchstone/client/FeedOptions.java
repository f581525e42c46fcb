package io.touchstone.client;

import java.time.Duration;

/**
 * How the datafile is kept up to date.
 *
 * @param pollInterval between two questions while there is no stream
 * @param silenceLimit a stream counts as dead after that long without a byte
 * @param streaming whether to open the stream at all
 */
record FeedOptions(Duration pollInterval, Duration silenceLimit, boolean streaming) {}
