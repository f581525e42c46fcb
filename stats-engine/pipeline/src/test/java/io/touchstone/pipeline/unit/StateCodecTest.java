package io.touchstone.pipeline.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.wire.BrokenFormatException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateCodecTest {

    private static final UnitState STATE = new UnitState(
            new Head(
                    List.of(new UnitPhase(
                            "winback",
                            2,
                            List.of(
                                    new Seen("control", 1_764_000_000_000L, "e1", Map.of("city", "上海")),
                                    new Seen("coupon", 1_764_000_000_500L, "e2", Map.of())),
                            new Frozen(List.of("city=上海"), List.of(12.5, 0.0)))),
                    List.of(
                            new ProfileEntry("age", 5, "p1", 6, "31.5", true, 31.5),
                            new ProfileEntry("city", 5, "p1", 6, "北京", false, 0)),
                    List.of(new FoldedDay("winback", 2, new MetricRef("spend", 3), 20_416, 2, 0.1, 1e-18)),
                    4),
            new Recent(
                    1_764_000_000_000L,
                    List.of(new IdBucket(20_416, new long[] {-5, 0, 7})),
                    List.of(
                            new OutcomeEntry(1_764_000_000_000L, 1_764_000_000_001L, 99, true, -2.5, new long[] {1, 2}),
                            new OutcomeEntry(1_764_000_000_000L, 1_763_999_999_999L, 98, false, 0, new long[] {}))));

    private static final String GOLDEN_HEAD =
            "01020e77696e6261636b04040e636f6e74726f6c0000019ab697e8000465310208636974790ce4b88ae6b5b70c636f75"
                    + "706f6e0000019ab697e9f4046532000216636974793de4b88ae6b5b70440290000000000000000000000000000040661"
                    + "6765000000000000000504703100000000000000060833312e3501403f80000000000008636974790000000000000005"
                    + "04703100000000000000060ce58c97e4baac00020e77696e6261636b040a7370656e640680bf02043fb999999999999a"
                    + "3c32725dd1d243ac08";

    @Test
    void decode_encodedState_isTheSame() {
        assertEquals(STATE, UnitStates.decode(HeadCodec.encode(STATE), RecentCodec.encode(STATE)));
    }

    @Test
    void decode_nothingStored_isTheEmptyState() {
        assertSame(UnitState.EMPTY, UnitStates.decode(null, null));
        assertEquals(UnitState.EMPTY, UnitStates.decode(HeadCodec.encode(UnitState.EMPTY), null));
    }

    @Test
    void encode_goldenBytes_neverChange() {
        String recent = "010000019ab697e8000280bf0206fffffffffffffffb0000000000000000000000000000000704"
                + "0000019ab697e80002000000000000006301c0040000000000000400000000000000010000000000000002"
                + "0000019ab697e8000100000000000000620000";
        assertEquals(recent, HexFormat.of().formatHex(RecentCodec.encode(STATE)));
        String head = HexFormat.of().formatHex(HeadCodec.encode(STATE));
        assertEquals(GOLDEN_HEAD, head);
    }

    @Test
    void decode_cutBytes_isRefused() {
        byte[] head = HeadCodec.encode(STATE);
        byte[] recent = RecentCodec.encode(STATE);
        for (int length = 0; length < head.length; length++) {
            byte[] cut = Arrays.copyOf(head, length);
            assertThrows(BrokenFormatException.class, () -> UnitStates.decode(cut, null));
        }
        for (int length = 0; length < recent.length; length++) {
            byte[] cut = Arrays.copyOf(recent, length);
            assertThrows(BrokenFormatException.class, () -> UnitStates.decode(null, cut));
        }
    }

    @Test
    void decode_otherVersion_isRefused() {
        byte[] head = HeadCodec.encode(STATE);
        head[0] = 2;
        assertThrows(BrokenFormatException.class, () -> UnitStates.decode(head, null));
    }
}
