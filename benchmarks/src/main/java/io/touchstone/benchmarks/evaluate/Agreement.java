package io.touchstone.benchmarks.evaluate;

import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;

/**
 * Whether evaluator and hand-written limit say the same of every user: else their times could not be compared.
 *
 * @param users how many were asked about
 * @param targeted how many were given a variant
 * @param control how many of those the control
 */
record Agreement(int users, int targeted, int control) {

    /** @throws IllegalStateException for the first user they do not agree on */
    static Agreement check(int experiments) {
        HandWritten handWritten = new HandWritten();
        CompiledDatafile datafile = CompiledDatafile.compile(Datafiles.of(experiments));
        int targeted = 0;
        int control = 0;
        User[] users = User.draw(EvaluationBenchmark.USERS, EvaluationBenchmark.SEED);
        for (User user : users) {
            int byHand = handWritten.variant(Datafiles.ASKED, user);
            Decision decision = EvaluationBenchmark.decide(datafile, user);
            int evaluated = decision.variant() == null
                    ? HandWritten.NOBODY
                    : decision.variant().equals("control") ? 0 : 1;
            if (byHand != evaluated) {
                throw new IllegalStateException(
                        "user " + user + ": variant " + evaluated + " (expected: " + byHand + ")");
            }
            targeted += byHand == HandWritten.NOBODY ? 0 : 1;
            control += byHand == 0 ? 1 : 0;
        }
        return new Agreement(users.length, targeted, control);
    }
}
