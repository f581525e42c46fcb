package io.touchstone.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class Rfc3339PropertyTest {
    @Property
    void parseMillis_anyInstantAnyOffset_equalsJavaTime(
            @ForAll @LongRange(min = -62_135_596_800_000L + 86_400_000L, max = 253_402_300_799_999L - 86_400_000L)
                    long millis,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));

        assertThat(Rfc3339.parseMillis(DateTimeFormatter.ISO_OFFSET_DATE_TIME
                        .format(time)
                        .replaceFirst("(T\\d\\d:\\d\\d)([Z+-])", "$1:00$2")))
                .isEqualTo(millis);
        assertThat(Rfc3339.parseMillis(Rfc3339.format(millis))).isEqualTo(millis);
    }

    @Property
    void parseMillis_anyText_neverThrows(@ForAll String text, @ForAll @IntRange(max = 24) int cut) {
        Rfc3339.parseMillis(text);
        String start = "2026-11-22T08:00:00.5+08";
        assertThat(Rfc3339.parseMillis(start.substring(0, Math.min(cut, start.length()))))
                .isEqualTo(Rfc3339.INVALID);
    }

    @Example
    void format_millis_onlyWhenNotZero() {
        assertThat(Rfc3339.format(1_795_334_400_000L)).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(Rfc3339.format(1_795_334_400_020L)).isEqualTo("2026-11-22T08:00:00.020Z");
    }
}
