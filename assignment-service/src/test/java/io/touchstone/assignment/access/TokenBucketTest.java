package io.touchstone.assignment.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 10, Long.MIN_VALUE})
    void take_fullBucket_givesOneSecondAndNoMore(long start) {
        TokenBucket bucket = new TokenBucket(2_000, start);
        assertThat(bucket.take(1_500, start)).isZero();
        assertThat(bucket.take(500, start)).isZero();
        assertThat(bucket.take(1, start)).isEqualTo(SECOND / 2_000);
    }

    @Test
    void take_afterTheWait_isGiven() {
        TokenBucket bucket = new TokenBucket(100, 0);
        assertThat(bucket.take(1_000, 0)).isZero();
        long wait = bucket.take(50, 0);
        assertThat(wait).isEqualTo(SECOND / 2);
        assertThat(bucket.take(50, wait - 1)).isPositive();
        assertThat(bucket.take(50, wait)).isZero();
    }

    @Test
    void take_slowKey_stillTakesAWholeBatch() {
        TokenBucket bucket = new TokenBucket(1, 0);
        assertThat(bucket.take(1_000, 0)).isZero();
        assertThat(bucket.take(1, 0)).isEqualTo(SECOND);
    }

    @Test
    void take_refused_costsNothing() {
        TokenBucket bucket = new TokenBucket(1_000, 0);
        assertThat(bucket.take(900, 0)).isZero();
        assertThat(bucket.take(200, 0)).isPositive();
        assertThat(bucket.take(100, 0)).isZero();
    }
}
