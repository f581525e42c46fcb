package io.touchstone.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.economics.RatioOfDifferences;
import org.junit.jupiter.api.Test;

class JudgedTest {
    private static final FiellerSet GAP = new FiellerSet.OutsideOf(new Interval(1, 3));

    @Test
    void outcome_setAroundAGap_coversAllButTheGap() {
        Result<FiellerSet> set = new Estimated<>(GAP);
        assertThat(Judged.outcome(set, 5, 0.5).verdict()).isEqualTo(Verdict.COVERS);
        assertThat(Judged.outcome(set, 5, 2).verdict()).isEqualTo(Verdict.ABOVE);
        assertThat(Judged.outcome(set, -5, 2).verdict()).isEqualTo(Verdict.BELOW);
        assertThat(Judged.outcome(set, 5, 0.5).foundBetter()).isFalse();
    }

    @Test
    void outcome_wholeLine_coversEverything() {
        assertThat(Judged.outcome(new Estimated<>(new FiellerSet.WholeLine()), 1, 1e9)
                        .verdict())
                .isEqualTo(Verdict.COVERS);
    }

    @Test
    void ratio_negativeSecondDifference_turnsTheSide() {
        Result<RatioOfDifferences> ratio = new Estimated<>(new RatioOfDifferences(5, 2, GAP));
        assertThat(Judged.ratio(ratio, 1, 2).verdict()).isEqualTo(Verdict.ABOVE);
        assertThat(Judged.ratio(ratio, -1, 2).verdict()).isEqualTo(Verdict.BELOW);
    }

    @Test
    void bands_alarmAtATail_haveTheRoomOfATail() {
        assertThat(Bands.CERTIFICATE.falsePositives(Claim.alarm(0.025)))
                .isEqualTo(Bands.CERTIFICATE.tail(Claim.INTERVAL));
        assertThat(Bands.CERTIFICATE.falsePositives(Claim.alarm(0.05)))
                .isEqualTo(Bands.CERTIFICATE.falsePositives(Claim.INTERVAL));
    }
}
