package io.touchstone.pipeline.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchstone.model.cell.RowKey;
import io.touchstone.model.cell.RowKeyCodec;
import io.touchstone.model.wire.BrokenFormatException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Marks lie in topics and stores: their bytes are a format. */
class CountedEventsTest {

    @Test
    void encode_twoPartitions_givesTheGoldenBytes() {
        TreeMap<Integer, EventPosition> positions = new TreeMap<>();
        positions.put(3, new EventPosition(258, 1));
        positions.put(0, new EventPosition(7, 1_763_784_000_000L));
        CountedEvents counted = new CountedEvents(positions);
        String golden = "0104" + "00000000" + "0000000000000007" + "0000019aa9b80200" + "00000003" + "0000000000000102"
                + "0000000000000001";
        assertEquals(golden, HexFormat.of().formatHex(counted.encode()));
        assertEquals(counted, CountedEvents.decode(HexFormat.of().parseHex(golden)));
    }

    @Test
    void decode_otherVersion_isRefused() {
        assertThrows(BrokenFormatException.class, () -> CountedEvents.decode(new byte[] {2, 0}));
    }

    @Test
    void position_roundTrip_isTheSame() {
        EventPosition position = new EventPosition(Long.MAX_VALUE, 5);
        assertEquals(position, EventPosition.decode(position.encode()));
        assertThrows(IllegalArgumentException.class, () -> new EventPosition(-1, 0));
    }

    @Test
    void markKey_besideKeysOfRows_isToldApart() {
        byte[] mark = MarkKey.of(47);
        assertTrue(MarkKey.isMark(mark));
        assertEquals(47, MarkKey.partitionOf(mark));
        byte[] row = RowKeyCodec.encode(new RowKey(1, 1, "e", 1, "m", 1, "v", "all", -1, 0, 20_000));
        assertFalse(MarkKey.isMark(row));
        assertFalse(MarkKey.isMark(new byte[0]));
    }
}
