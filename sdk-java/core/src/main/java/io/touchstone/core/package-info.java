/**
 * What an evaluator needs and nothing more: the datafile, conditions, the pure evaluation, events, and their codecs.
 *
 * <p>Not here: clocks, files, sockets, threads. The client module drives this one and owns all of them. Start with the
 * datafile, then follow one evaluation through gate, match, bucket, decide.
 */
@NullMarked
package io.touchstone.core;

import org.jspecify.annotations.NullMarked;
