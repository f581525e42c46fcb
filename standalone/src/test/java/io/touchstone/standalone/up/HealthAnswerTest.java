package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.pipeline.PipelineHealth;
import io.touchstone.pipeline.progress.Hop;
import io.touchstone.pipeline.progress.PipelineProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthAnswerTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final String STUCK = "writing stands still: partition 2 has 7 records waiting";

    @Test
    void of_pipelineThatCounts_tellsLagAndFreshness() {
        HealthAnswer answer = HealthAnswer.of(null, Optional.of(health(PipelineHealth.State.COUNTING)), true);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .containsExactly(
                        Map.entry("status", "UP"),
                        Map.entry("pipeline", "counting"),
                        Map.entry("lag", Map.of("counting", 3L, "writing", 7L)),
                        Map.entry("countedThrough", "2026-03-10T12:00:00Z"));
    }

    @Test
    void of_pipelineThatStandsStillBesideADataPlane_saysWhyAndStaysInService() {
        HealthAnswer answer = HealthAnswer.of(null, Optional.of(health(PipelineHealth.State.DEGRADED, STUCK)), true);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).containsEntry("status", "DEGRADED").containsEntry("reasons", List.of(STUCK));
    }

    @Test
    void of_pipelineAloneThatStandsStill_isOutOfService() {
        HealthAnswer answer = HealthAnswer.of(null, Optional.of(health(PipelineHealth.State.DEGRADED, STUCK)), false);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(HealthAnswer.of(null, Optional.of(health(PipelineHealth.State.STARTING)), false)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_noPipelineHere_saysElsewhere() {
        HealthAnswer answer = HealthAnswer.of(null, Optional.empty(), true);
        assertThat(answer.body()).containsExactly(Map.entry("status", "UP"), Map.entry("pipeline", "elsewhere"));
    }

    private static PipelineHealth health(PipelineHealth.State state, String... reasons) {
        PipelineProgress progress = new PipelineProgress(
                NOW, Map.of(Hop.WRITING, 7L, Hop.COUNTING, 3L), Optional.of(NOW), Duration.ZERO, List.of(reasons));
        return new PipelineHealth(state, progress, List.of(reasons));
    }
}
