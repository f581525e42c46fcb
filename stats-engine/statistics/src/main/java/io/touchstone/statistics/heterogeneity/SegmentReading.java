package io.touchstone.statistics.heterogeneity;

/**
 * What is said of one segment.
 *
 * @param segment its name
 * @param p of the effect against 0, two-sided
 * @param adjustedP the same by Benjamini-Hochberg over the segments
 * @param interactionZ effect less the pooled effect of the other segments, over its standard error
 * @param interactionP of that, two-sided
 * @param interactionAdjustedP the same by Benjamini-Hochberg over the segments
 * @param shrunk the effect drawn towards the mean as far as the segments agree
 * @param shrunkError standard error of {@code shrunk}, above 0
 */
public record SegmentReading(
        String segment,
        double p,
        double adjustedP,
        double interactionZ,
        double interactionP,
        double interactionAdjustedP,
        double shrunk,
        double shrunkError) {}
