package io.touchstone.statistics.adjust;

/** Over what the slopes of an adjustment are fitted. */
public enum SlopesPer {
    /** One slope for all arms, within arms: Deng, Xu, Kohavi and Walker 2013; the analysis of covariance. */
    EXPERIMENT,
    /** Each arm its own: Lin 2013 (Annals of Applied Statistics 7:295), asymptotically never worse than the raw difference. */
    ARM
}
