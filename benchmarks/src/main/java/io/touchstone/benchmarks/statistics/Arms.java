package io.touchstone.benchmarks.statistics;

import java.util.List;

/**
 * The statistics of one metric.
 *
 * @param control of the control
 * @param treatments of each treatment, in the order of the experiment
 */
record Arms<T>(T control, List<T> treatments) {

    Arms {
        treatments = List.copyOf(treatments);
    }
}
