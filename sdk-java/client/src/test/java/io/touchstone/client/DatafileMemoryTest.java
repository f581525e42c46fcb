package io.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the README says of memory. */
class DatafileMemoryTest {
    private static final int EXPERIMENTS = 10_000;

    @Test
    void restore_tenThousandExperiments_keepsFourKilobytesOfEachAtMost() {
        byte[] json = datafile().getBytes(StandardCharsets.UTF_8);
        AtomicReference<HeldDatafile> holder = new AtomicReference<>(new HeldDatafile(null, new Problems()));
        holder.get().restore("bootstrap", json);
        assertThat(holder.get().version()).isEqualTo(1);
        long with = usedHeap();
        // Let go of, and not measured before: what earlier tests leave behind goes in the first collection.
        holder.set(null);
        long retained = with - usedHeap();

        System.out.printf(
                Locale.ROOT,
                "datafile of %,d experiments: %,d bytes on the wire, %,d retained, %,d of each experiment%n",
                EXPERIMENTS,
                json.length,
                retained,
                retained / EXPERIMENTS);
        assertThat(retained / EXPERIMENTS).isBetween(100L, 4_096L);
    }

    /** An experiment with two conditions and two variants, its layer and its flag, as often as it takes. */
    private static String datafile() {
        StringBuilder layers = new StringBuilder();
        StringBuilder experiments = new StringBuilder();
        StringBuilder flags = new StringBuilder();
        for (int i = 0; i < EXPERIMENTS; i++) {
            String comma = i == 0 ? "" : ",";
            layers.append(comma).append("{\"key\":\"layer-%05d\",\"salt\":\"l-%05d\"}".formatted(i, i));
            experiments.append(comma).append("""
                    {"key":"experiment-%05d","phase":1,"salt":"e-%05d","unitType":"user","layer":"layer-%05d",\
                    "slots":[[0,1000000]],"status":"running","activeFrom":"2026-01-01T00:00:00Z","control":"control",\
                    "audience":{"op":"all","of":[{"op":"in","attribute":"country","values":["CN","SG","MY","TH"]},\
                    {"op":"gte","attribute":"age","value":18}]},\
                    "variants":[{"key":"control","weight":1,"value":"none"},{"key":"coupon","weight":1,"value":"off20"}]}\
                    """.formatted(i, i, i));
            flags.append(comma).append("""
                    {"key":"flag-%05d","type":"string","default":"none","enabled":true,\
                    "rules":[{"kind":"experiment","experiment":"experiment-%05d"}]}\
                    """.formatted(i, i));
        }
        return "{\"schema\":1,\"environment\":\"tea/production\",\"version\":1,\"publishedAt\":\"2026-11-22T07:00:00Z\",\"layers\":["
                + layers + "],\"experiments\":[" + experiments + "],\"flags\":[" + flags + "]}";
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
