package io.touchstone.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.core.input.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Readers of foreign bytes answer or throw their one exception, whatever the bytes. */
class BrokenBytesPropertyTest {
    private static final String EVENT = """
            {"id":"e1","type":"outcome","time":"2026-11-22T08:00:00Z","units":{"user":"张三"},"config":7,"name":"purchase",\
            "value":"12.5","properties":{"channel":"app","first":true,"tags":["a","b"],"n":3e2}}""";
    private static final String BODY = "{\"import\":\"i\",\"events\":[" + EVENT + "," + EVENT + "]}";
    private static final String DATAFILE = """
            {"schema":1,"environment":"a/b","version":1,"publishedAt":"2026-11-22T08:00:00Z","flags":[{"key":"f",\
            "type":"boolean","default":false,"enabled":true,"rules":[{"kind":"rollout","key":"r","salt":"s",\
            "unitType":"user","share":5,"audience":{"op":"gt","attribute":"a","value":3},"variant":"on","value":true}]}]}""";

    @Property(tries = 3_000)
    void readBatch_mutatedBytes_answersOrRefuses(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 100_000) Integer> places, @ForAll byte value) {
        byte[] bytes = mutate(BODY, places, value);
        try {
            EventBatch batch = EventCodec.readBatch(bytes);
            assertThat(batch.events().size() + batch.rejected().size()).isBetween(0, 8);
        } catch (InvalidInputException e) {
            assertThat(e.code()).isNotEmpty();
        }
    }

    @Property(tries = 2_000)
    void readDatafile_mutatedBytes_answersOrRefuses(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 100_000) Integer> places, @ForAll byte value) {
        byte[] bytes = mutate(DATAFILE, places, value);
        try {
            assertThat(DatafileCodec.read(bytes).environment()).isNotEmpty();
        } catch (InvalidInputException e) {
            assertThat(e.code()).isNotEmpty();
        }
    }

    private static byte[] mutate(String text, List<Integer> places, byte value) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int place : places) {
            // Structure breaks parsers more often than letters do.
            bytes[place % bytes.length] = place % 2 == 0 ? (byte) "{}[],:\"\\ 0-e".charAt(place % 12) : value;
        }
        return bytes;
    }
}
