package io.touchstone.pipeline.oracle;

import io.touchstone.pipeline.oracle.EventSet.Shape;
import java.time.Duration;
import java.util.Random;

/** When a record arrives: lags, lateness, imports, copies. */
final class Delivery {

    private static final long LATE = Duration.ofHours(72).toMillis();
    private static final long AHEAD = Duration.ofMinutes(5).toMillis();
    private static final long IMPORT_OPEN = Duration.ofDays(6).toMillis();
    private static final long LIVE = Duration.ofHours(60).toMillis();

    private final Random random;
    private final Shape shape;
    private final long end;

    /** @param end end of the range of event times, epoch milliseconds */
    Delivery(Random random, Shape shape, long end) {
        this.random = random;
        this.shape = shape;
        this.end = end;
    }

    AcceptedEvent first(AcceptedEvent event) {
        boolean imported =
                switch (shape) {
                    case LIVE_WEEKS, LIVE_DAYS -> false;
                    case IMPORTED -> true;
                    case MIXED -> event.time() < end - LIVE || random.nextInt(3) == 0;
                };
        if (imported) {
            return event.importedAt(importArrival());
        }
        return event.receivedAt(event.time() + (random.nextInt(100) < 5 ? lateLag() : lag()));
    }

    /** Another copy of the same event: at the same instant, within the limit, or (rarely) itself late. */
    AcceptedEvent again(AcceptedEvent event) {
        if (random.nextBoolean()) {
            return event;
        }
        if (event.imported()) {
            return event.importedAt(importArrival());
        }
        return event.receivedAt(event.time() + (random.nextInt(20) == 0 ? lateLag() : lag()));
    }

    private long importArrival() {
        return end + random.nextLong(shape == Shape.MIXED ? LATE : IMPORT_OPEN);
    }

    private long lag() {
        return switch (random.nextInt(12)) {
            case 0 -> LATE;
            case 1 -> LATE - random.nextLong(1000);
            case 2 -> -random.nextLong(AHEAD + 1);
            case 3, 4 -> random.nextLong(LATE);
            default -> random.nextLong(Duration.ofHours(2).toMillis());
        };
    }

    private long lateLag() {
        long most = shape == Shape.LIVE_WEEKS
                ? Duration.ofDays(10).toMillis()
                : Duration.ofHours(12).toMillis();
        return LATE + 1 + (random.nextInt(3) == 0 ? 0 : random.nextLong(most));
    }
}
