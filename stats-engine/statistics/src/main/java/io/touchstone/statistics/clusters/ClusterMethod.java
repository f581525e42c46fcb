package io.touchstone.statistics.clusters;

/** Which variance and which distribution a comparison of clustered arms uses. */
public enum ClusterMethod {
    /** Delta method, Student with J_c + J_t − 2 degrees of freedom: the default. */
    DELTA,
    /** CR2 with the degrees of freedom of Satterthwaite (Bell and McCaffrey 2002): for clusters of very different size. */
    CR2
}
