package io.touchstone.statistics.multiplicity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The e-BH procedure of Wang and Ramdas, JRSS B 2022: rejects the k* largest e-values, k* the largest k whose k-th largest is
 * at least K/(αk). False discovery rate at most α under any dependence. 1/p of a running p-value is not an e-value.
 */
public final class EBenjaminiHochberg {

    private EBenjaminiHochberg() {}

    /**
     * Which hypotheses are rejected, in their order.
     *
     * @param logE logarithms of the e-values; minus infinity is an e-value of 0
     * @param alpha above 0 and below 1
     */
    public static List<Boolean> rejected(List<Double> logE, double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " (expected: above 0 and below 1)");
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < logE.size(); i++) {
            if (Double.isNaN(logE.get(i))) {
                throw new IllegalArgumentException("logE: NaN (expected: a number)");
            }
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -logE.get(i)));
        int last = 0;
        for (int k = 1; k <= order.size(); k++) {
            if (logE.get(order.get(k - 1)) >= Math.log(order.size() / (alpha * k))) {
                last = k;
            }
        }
        List<Boolean> rejected = new ArrayList<>(Collections.nCopies(logE.size(), false));
        order.subList(0, last).forEach(i -> rejected.set(i, true));
        return rejected;
    }
}
