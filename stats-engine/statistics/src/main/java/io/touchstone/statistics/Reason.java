package io.touchstone.statistics;

/** Why an estimate is missing. The codes are stable: they stand in reports and documents. */
public enum Reason {
    /** An arm has no units at all. */
    EMPTY_ARM("empty_arm"),
    /** An arm has units, but fewer than the method needs. */
    TOO_FEW_UNITS("too_few_units"),
    /** No unit of any arm has the event. */
    ZERO_EVENTS("zero_events"),
    /** The values do not vary, so there is no standard error. */
    ZERO_VARIANCE("zero_variance"),
    /** A relative change of a control whose mean is 0. */
    CONTROL_MEAN_ZERO("control_mean_zero"),
    /** The control mean is within its noise of 0: the interval of the relative change has no end (Fieller's g ≥ 1). */
    RELATIVE_UNBOUNDED("relative_unbounded"),
    /** No cohort's window has closed yet: sequential methods read matured cohorts only. */
    NO_MATURE_COHORT("no_mature_cohort"),
    /** A look that spends no alpha has no boundary and no repeated interval. */
    NO_ALPHA_SPENT("no_alpha_spent"),
    /** A plan of fixed length is read once, at its end, which has not come. */
    NOT_FINAL("not_final"),
    /** A comparison of shares needs at least two arms that should get units. */
    SINGLE_ARM("single_arm"),
    /** Fewer clusters than the method needs: units of one cluster are not independent pieces of evidence. */
    TOO_FEW_CLUSTERS("too_few_clusters"),
    /** Differences between segments need at least two of them. */
    SINGLE_SEGMENT("single_segment"),
    /** Nobody was watched long enough for the time asked for. */
    FOLLOW_UP_TOO_SHORT("follow_up_too_short"),
    /** The logged actions are never those of the policy that is to be valued. */
    NO_OVERLAP("no_overlap"),
    /** Too few finished tests to learn from. */
    TOO_FEW_TESTS("too_few_tests"),
    /** A variance that is a difference of variances came out negative: the data are too few for it. */
    NEGATIVE_VARIANCE("negative_variance"),
    /** Many values are the same as the quantile: there is no density at it, and so no standard error. */
    LUMPY_VALUES("lumpy_values"),
    /** The quantity divided by does not differ between the arms at all. */
    NO_DIFFERENCE_BELOW("no_difference_below"),
    /** The function asked for has no finite value on these data, or on a part of them. */
    NOT_FINITE("not_finite"),
    /** A ratio whose denominator adds up to 0 in an arm. */
    DENOMINATOR_ZERO("denominator_zero"),
    /** A relative margin, or a change on the log scale, of a mean that is not above 0. */
    MEAN_NOT_POSITIVE("mean_not_positive"),
    /** The difference of means is more skewed than a corrected interval can repair. */
    TOO_SKEWED("too_skewed"),
    /** A stratum has fewer than two units in an arm. */
    STRATUM_WITHOUT_BOTH_ARMS("stratum_without_both_arms");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    /** The stable code, in lower snake case. */
    public String code() {
        return code;
    }
}
