package io.touchstone.client;

import static io.touchstone.client.TestDatafiles.greeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.core.evaluation.CompiledDatafile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldDatafileTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Close to where the counter of nanoseconds turns over. */
    private static final long START = Long.MAX_VALUE - SECOND;

    private final HeldDatafile held = new HeldDatafile(null, new Problems());

    @Test
    void take_laggingServer_isIgnoredForAMinute() {
        held.take(of(5, "five"), START);
        held.take(of(4, "lagging"), START + 59 * SECOND);
        assertThat(held.version()).isEqualTo(5);
        assertThat(held.etag()).isEqualTo("\"five\"");
        assertThat(held.confirmedAgo(START + 60 * SECOND)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void take_olderOneThatNobodyContradictsForAMinute_isTheValidOne() {
        held.take(of(5, "five"), START);
        held.take(new FetchedDatafile(null, new byte[0], null), START + 30 * SECOND);
        held.take(of(4, "restored"), START + 89 * SECOND);
        assertThat(held.version()).isEqualTo(5);
        held.take(of(4, "restored"), START + 91 * SECOND);
        assertThat(held.version()).isEqualTo(4);
        assertThat(held.etag()).isEqualTo("\"restored\"");
    }

    @Test
    void take_sameVersionOfTheServer_keepsTheOneInUse() {
        held.take(of(5, "five"), START);
        CompiledDatafile inUse = held.current();
        held.take(of(5, "five"), START + SECOND);
        assertThat(held.current()).isSameAs(inUse);
        assertThat(held.confirmedAgo(START + SECOND)).isEqualTo(Duration.ZERO);
    }

    @Test
    void take_firstOfAServer_replacesANewerBootstrap() {
        held.restore("bootstrap", bytes(greeting(9, "shipped")));
        assertThat(held.version()).isEqualTo(9);
        assertThat(held.etag()).isNull();
        assertThat(held.confirmedAgo(START)).isNull();
        held.take(of(2, "live"), START);
        assertThat(held.version()).isEqualTo(2);
    }

    @Test
    void take_anotherEnvironment_replacesAtOnce() {
        held.take(of(5, "five"), START);
        String other = greeting(1, "other").replace("tea/production", "tea/staging");
        held.take(fetched(other, "other"), START + SECOND);
        assertThat(held.version()).isEqualTo(1);
    }

    @Test
    void restore_several_keepsTheNewest() {
        held.restore("copy", bytes(greeting(3, "kept")));
        held.restore("bootstrap", bytes(greeting(2, "shipped")));
        assertThat(held.version()).isEqualTo(3);
    }

    private static FetchedDatafile of(long version, String text) {
        return fetched(greeting(version, text), text);
    }

    private static FetchedDatafile fetched(String json, String tag) {
        return new FetchedDatafile(CompiledDatafile.compile(DatafileCodec.read(json)), bytes(json), "\"" + tag + "\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
