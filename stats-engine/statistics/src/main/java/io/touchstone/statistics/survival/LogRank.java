package io.touchstone.statistics.survival;

/**
 * The outcome of a {@link LogRankTest}.
 *
 * @param observed events of the treatment
 * @param expected events the treatment would have with the hazard of both arms together
 * @param variance hypergeometric, of observed minus expected, above 0
 * @param statistic (observed − expected)²/variance, chi-square with 1 degree of freedom
 * @param p upper tail, above 0 and at most 1
 */
public record LogRank(double observed, double expected, double variance, double statistic, double p) {}
