package io.touchstone.model.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.touchstone.core.condition.Attributes;
import io.touchstone.model.wire.BrokenFormatException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicRecordCodecTest {

    private static final Attributes ATTRIBUTES = Attributes.builder()
            .put("city", "上海")
            .put("age", 31.5)
            .put("vip", true)
            .put("new", false)
            .put("tags", List.of("a", "b"))
            .build();

    static Stream<TopicRecord> records() {
        return Stream.of(
                new TopicRecord(
                        1_764_000_000_000L,
                        1_763_999_999_000L,
                        "e-1",
                        Trust.SERVER,
                        17,
                        new TopicRecord.Exposure("offer", "winback", 1, "coupon", "experiment", 0.5, ATTRIBUTES)),
                new TopicRecord(
                        0, 5, "😀", Trust.IMPORT, 1, new TopicRecord.Outcome("purchase", -12.34, Attributes.EMPTY)),
                new TopicRecord(9, 9, "x", Trust.CLIENT, 1, new TopicRecord.Outcome("open", null, ATTRIBUTES)),
                new TopicRecord(9, -9, "y", Trust.CLIENT, 1, new TopicRecord.Profile(ATTRIBUTES)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void decode_encodedRecord_isTheSame(TopicRecord record) {
        assertEquals(record, TopicRecordCodec.decode(TopicRecordCodec.encode(record)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void decode_cutRecord_isRefused(TopicRecord record) {
        byte[] bytes = TopicRecordCodec.encode(record);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(BrokenFormatException.class, () -> TopicRecordCodec.decode(cut));
        }
    }

    @Test
    void encode_goldenBytes_neverChange() {
        TopicRecord record = new TopicRecord(
                1_764_000_000_000L,
                1_763_999_999_000L,
                "e-1",
                Trust.SERVER,
                17,
                new TopicRecord.Outcome("purchase", 10.0, Attributes.of("sku", "tea")));
        String golden = "01010000019ab697e800cf0f06652d3122011070757263686173650140240000000000000206736b750006746561";
        assertEquals(golden, HexFormat.of().formatHex(TopicRecordCodec.encode(record)));
    }

    @Test
    void topicKey_roundTrip() {
        byte[] pseudonym = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
        TopicKey key = new TopicKey(3, "user", pseudonym);
        assertEquals(key, TopicKey.decode(key.encode()));
        assertArrayEquals(pseudonym, TopicKey.decode(key.encode()).pseudonym());
        assertThrows(IllegalArgumentException.class, () -> new TopicKey(1, "user", new byte[3]));
        assertThrows(BrokenFormatException.class, () -> TopicKey.decode(new byte[19]));
    }
}
