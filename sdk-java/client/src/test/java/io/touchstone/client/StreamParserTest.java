package io.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamParserTest {
    private final StreamParser parser = new StreamParser();

    @Test
    void read_event_tellsItsVersion() throws IOException {
        assertThat(read("id: 17\nevent: datafile\ndata: {\"etag\":\"x\"}\n\n")).isEqualTo(17);
        assertThat(read("id:18\r\nevent:datafile\r\ndata\r\n\r\n")).isEqualTo(18);
        assertThat(read("id: 19\revent: datafile\rdata: a\rdata: b\r\r")).isEqualTo(19);
        assertThat(read("event: datafile\ndata: x\n\n")).isEqualTo(19);
    }

    @Test
    void read_severalEvents_tellsTheLast() throws IOException {
        String event = "event: datafile\ndata: x\n\n";
        assertThat(read("id: 3\n" + event + "id: 4\n" + event + ": heartbeat\n\nevent: other\ndata: y\n\n"))
                .isEqualTo(4);
    }

    @Test
    void read_commentsOtherEventsAndHalves_sayNothing() throws IOException {
        assertThat(read(":\n\n: heartbeat\n\nretry: 1500\n\n\n\n")).isEqualTo(StreamParser.NOTHING);
        assertThat(parser.retryMillis()).isEqualTo(1500);
        assertThat(read("retry: soon\n\nretry: 99999999999\n\n")).isEqualTo(StreamParser.NOTHING);
        assertThat(parser.retryMillis()).isEqualTo(1500);
        assertThat(read("id: 5\nevent: other\ndata: x\n\n")).isEqualTo(StreamParser.NOTHING);
        assertThat(read("id: 6\nevent: datafile\n\n")).isEqualTo(StreamParser.NOTHING);
        assertThat(read("id: 7\nevent: datafile\ndata: x\n")).isEqualTo(StreamParser.NOTHING);
        assertThat(read("\n")).isEqualTo(7);
    }

    @Test
    void read_idThatIsNoVersion_isSomeVersion() throws IOException {
        for (String id : new String[] {"", "x", "-1", "1.5", "9".repeat(19)}) {
            assertThat(read("id: " + id + "\nevent: datafile\ndata: x\n\n"))
                    .as(id)
                    .isEqualTo(StreamParser.SOME_VERSION);
        }
    }

    @Test
    void read_byteByByte_isTheSame() throws IOException {
        long told = StreamParser.NOTHING;
        for (byte piece : "id: 12\r\nevent: datafile\r\ndata: {}\r\n\r\n".getBytes(StandardCharsets.UTF_8)) {
            told = Math.max(told, parser.read(ByteBuffer.wrap(new byte[] {piece})));
        }
        assertThat(told).isEqualTo(12);
    }

    @Test
    void read_endlessLine_isRefused() throws IOException {
        assertThat(read("data: " + "x".repeat(8_180) + "\n\n")).isEqualTo(StreamParser.NOTHING);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read("x".repeat(8_193)))
                .withMessage("line longer (expected: at most 8192 bytes)");
    }

    private long read(String text) throws IOException {
        return parser.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
