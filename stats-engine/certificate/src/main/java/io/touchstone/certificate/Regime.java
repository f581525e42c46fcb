package io.touchstone.certificate;

import java.util.SplittableRandom;

/**
 * A way in which data arise, with the method that judges them.
 *
 * @param method the default that is judged, as in the product
 * @param kind of the metric: conversion, sum, ratio
 * @param setting what the data are like, in words
 * @param experiment draws one experiment and judges it
 * @param conservative whether coverage above 97 % is declared
 */
public record Regime(String method, String kind, String setting, Experiment experiment, boolean conservative) {

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

    /**
     * One experiment's outcome.
     *
     * @param verdict where the interval lies to the true effect
     * @param foundBetter whether the interval lies above 0
     */
    public record Outcome(Verdict verdict, boolean foundBetter) {}

    /** A regime whose coverage is not declared conservative. */
    public Regime(String method, String kind, String setting, Experiment experiment) {
        this(method, kind, setting, experiment, false);
    }

    /** Stable, for seeds and for the file that machines read. */
    public String id() {
        return method + "/" + kind + "/" + setting;
    }
}
