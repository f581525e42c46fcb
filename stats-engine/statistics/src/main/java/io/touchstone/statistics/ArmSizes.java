package io.touchstone.statistics;

/** The words in which a missing estimate names the sizes of two arms. */
public final class ArmSizes {

    private ArmSizes() {}

    /** Units of both arms, and that two are needed in each. */
    public static String text(long control, long treatment) {
        return "Units: control " + control + ", treatment " + treatment + " (at least 2 in each are needed).";
    }
}
