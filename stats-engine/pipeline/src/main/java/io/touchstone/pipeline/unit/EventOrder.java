package io.touchstone.pipeline.unit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The order "first in time" means: by time, then by id as UTF-8 bytes. */
final class EventOrder {

    private EventOrder() {}

    static int compare(long time, String id, long otherTime, String otherId) {
        int byTime = Long.compare(time, otherTime);
        if (byTime != 0 || id.equals(otherId)) {
            return byTime;
        }
        return Arrays.compareUnsigned(id.getBytes(StandardCharsets.UTF_8), otherId.getBytes(StandardCharsets.UTF_8));
    }
}
