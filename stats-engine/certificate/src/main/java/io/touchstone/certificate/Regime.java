package io.touchstone.certificate;

import java.util.SplittableRandom;

/**
 * A way in which data arise, with the method that judges them.
 *
 * @param method the default that is judged, as in the product
 * @param kind of the metric: conversion, sum, ratio
 * @param setting what the data are like, in words
 * @param claim what the method promises of its errors
 * @param experiment draws one experiment and judges it
 */
public record Regime(String method, String kind, String setting, Claim claim, Experiment experiment) {

    /** One experiment after another. */
    @FunctionalInterface
    public interface Experiment {

        /**
         * Draws data and judges them.
         *
         * @param effect whether the treatment works: the true effect is then the regime's own, else 0
         */
        Outcome draw(SplittableRandom random, boolean effect);
    }

    /** What an alarm says. */
    public static Outcome alarm(boolean raised) {
        return new Outcome(raised ? Verdict.ABOVE : Verdict.COVERS, raised);
    }

    /**
     * One experiment's outcome.
     *
     * @param verdict where the interval lies to the true effect; for an alarm {@link Verdict#ABOVE} where it was raised, else
     *     {@link Verdict#COVERS}
     * @param foundBetter whether the interval lies above 0, or the alarm was raised
     */
    public record Outcome(Verdict verdict, boolean foundBetter) {}

    /** A regime of a two-sided interval at 5 %. */
    public Regime(String method, String kind, String setting, Experiment experiment) {
        this(method, kind, setting, Claim.INTERVAL, experiment);
    }

    /** Stable, for seeds and for the file that machines read. */
    public String id() {
        return method + "/" + kind + "/" + setting;
    }
}
