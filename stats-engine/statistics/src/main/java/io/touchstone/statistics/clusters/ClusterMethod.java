package io.touchstone.statistics.clusters;

/** Which variance and which distribution a comparison of clustered arms uses. */
public enum ClusterMethod {
    /** Delta method, Student with J_c + J_t − 2 degrees of freedom: for clusters of one size. */
    DELTA,
    /** CR2 with the degrees of freedom of Satterthwaite (Bell and McCaffrey 2002): without bias where units are independent. */
    CR2,
    /**
     * CR3, the cluster jackknife (MacKinnon, Nielsen and Webb 2023), with Satterthwaite's degrees of freedom for its own quadratic
     * form: the default. With clusters of one size it is the delta method.
     */
    JACKKNIFE
}
