package io.touchstone.statistics.heterogeneity;

import java.util.List;

/** A mean of effects with weights 1/(se² + between). */
record PooledEffect(double mean, double variance) {

    static PooledEffect of(List<SegmentEffect> effects, double between) {
        double weights = 0;
        double mean = 0;
        for (SegmentEffect effect : effects) {
            double weight = 1 / (effect.variance() + between);
            weights += weight;
            mean += (effect.effect() - mean) * weight / weights;
        }
        return new PooledEffect(mean, 1 / weights);
    }
}
