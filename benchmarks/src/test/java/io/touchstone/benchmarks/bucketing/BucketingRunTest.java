package io.touchstone.benchmarks.bucketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BucketingRunTest {

    @Test
    void ids_everyKind_areDistinctAndTheSameEachTime() {
        for (IdKind kind : IdKind.values()) {
            String[] ids = kind.ids(20_000);

            assertThat(Set.of(ids)).hasSize(20_000);
            assertThat(kind.ids(20_000)).isEqualTo(ids);
        }
        assertThat(IdKind.UUIDS.ids(1)[0])
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(IdKind.PHONES.ids(9)).contains("13320000000", "13320000001", "18820000000");
        assertThat(IdKind.CHINESE.ids(1)).containsExactly("用户一〇〇〇〇〇");
    }

    @Test
    void ask_ourHash_showsNoExcess() throws Exception {
        try (var workers = Executors.newFixedThreadPool(2)) {
            for (IdKind kind : IdKind.values()) {
                for (Question question : BucketingRun.ask(kind, kind.ids(20_000), BucketingRun.salts(40, 7), workers)) {
                    // The salts are fixed, so is the result: 48 summaries, of which chance makes one this small once
                    // in two hundred choices of the seed.
                    assertThat(question.smallest())
                            .as(kind + " " + question.name())
                            .isGreaterThan(1e-4);
                }
            }
        }
    }

    @Test
    void table_skewedOrTiedBuckets_areFound() {
        int[] even = new int[100_000];
        int[] skewed = new int[100_000];
        for (int i = 0; i < even.length; i++) {
            even[i] = i * 10;
            skewed[i] = i % 50 == 0 ? 0 : i * 10;
        }

        assertThat(Table.uniform(even, 1_000)).isEqualTo(new Table(0, 999));
        assertThat(Table.uniform(skewed, 1_000).p()).isLessThan(1e-9);
        assertThat(Table.independent(even, even, 20).statistic()).isCloseTo(19.0 * 100_000, within(1e-3));
        assertThat(new Question(IdKind.UUIDS, "tied", List.of(Table.independent(even, even, 20))).smallest())
                .isLessThan(1e-9);
    }
}
