package io.touchstone.statistics.multiplicity;

/** How p-values of one family are adjusted. */
public enum Correction {
    /** min(1, m·p): family-wise, any dependence. */
    BONFERRONI,
    /** Holm 1979: family-wise, any dependence, never weaker than Bonferroni. */
    HOLM,
    /** Benjamini and Hochberg 1995: false discovery rate under independence or positive dependence. */
    BENJAMINI_HOCHBERG,
    /** Benjamini and Yekutieli 2001: false discovery rate under any dependence. */
    BENJAMINI_YEKUTIELI
}
