package io.touchstone.pipeline.progress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The meters of a pipeline process: lag of each hop, age of the numbers, standstill, faults. */
public final class PipelineMeters implements MeterBinder {

    private final Supplier<PipelineProgress> progress;
    private final InstantSource clock;

    /** Reads the progress whenever the meters are read. */
    public PipelineMeters(Supplier<PipelineProgress> progress, InstantSource clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Hop hop : Hop.values()) {
            Gauge.builder("touchstone.pipeline.lag", () -> waiting(hop))
                    .tag("hop", hop.key())
                    .description("Records that wait at this hop, over all processes; NaN before the first look")
                    .baseUnit("records")
                    .register(meters);
        }
        TimeGauge.builder("touchstone.freshness.age", this::ageMillis, TimeUnit.MILLISECONDS)
                .description(
                        "Time since the instant up to which every acknowledged event is counted; NaN before the first")
                .register(meters);
        TimeGauge.builder("touchstone.pipeline.standstill", this::standstillMillis, TimeUnit.MILLISECONDS)
                .description("How long the slowest partition with waiting records has not moved; 0 while all move")
                .register(meters);
        Gauge.builder(
                        "touchstone.pipeline.faults",
                        () -> progress.get().faults().size())
                .description("Sentences in the health answer's reasons")
                .register(meters);
    }

    private double waiting(Hop hop) {
        Long waiting = progress.get().waiting().get(hop);
        return waiting == null ? Double.NaN : waiting;
    }

    private double ageMillis() {
        return progress.get()
                .countedThrough()
                .map(through -> (double)
                        Math.max(0, Duration.between(through, clock.instant()).toMillis()))
                .orElse(Double.NaN);
    }

    private double standstillMillis() {
        return progress.get().standstill().toMillis();
    }
}
