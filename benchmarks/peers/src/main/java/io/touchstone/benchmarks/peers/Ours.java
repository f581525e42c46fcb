package io.touchstone.benchmarks.peers;

import io.touchstone.benchmarks.evaluate.Datafiles;
import io.touchstone.benchmarks.evaluate.EvaluationBenchmark;
import io.touchstone.benchmarks.evaluate.HandWritten;
import io.touchstone.core.evaluation.CompiledDatafile;

/** The two that the others are compared with. */
final class Ours {
    private static final String[] VARIANTS = {"control", "coupon"};

    private Ours() {}

    static Peer limit() {
        HandWritten handWritten = new HandWritten();
        return user -> {
            int variant = handWritten.variant(Datafiles.ASKED, user);
            return variant == HandWritten.NOBODY ? null : VARIANTS[variant];
        };
    }

    static Peer evaluator() {
        CompiledDatafile datafile = CompiledDatafile.compile(Datafiles.of(1));
        return user -> EvaluationBenchmark.decide(datafile, user).variant();
    }
}
