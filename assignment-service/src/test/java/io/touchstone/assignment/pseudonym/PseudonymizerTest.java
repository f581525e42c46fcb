package io.touchstone.assignment.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudonymizerTest {
    private final Pseudonymizer pseudonymizer = new Pseudonymizer(MasterKey.of(masterBytes()));

    @Test
    void pseudonym_knownKeyAndUnit_isTheOneOfAnotherLanguage() {
        // Python: hmac(hmac(bytes(range(32)), b"touchstone/environment/7"), "user/张三")[:16]
        assertThat(HexFormat.of().formatHex(pseudonymizer.pseudonym(7, "user", "张三")))
                .isEqualTo("3a586acbe7e5462f59759798ea95909d");
    }

    @Test
    void pseudonym_otherEnvironmentTypeOrUnit_isAnother() {
        byte[] one = pseudonymizer.pseudonym(1, "user", "u1");
        assertThat(pseudonymizer.pseudonym(2, "user", "u1")).isNotEqualTo(one);
        assertThat(pseudonymizer.pseudonym(1, "device", "u1")).isNotEqualTo(one);
        assertThat(pseudonymizer.pseudonym(1, "user", "u2")).isNotEqualTo(one);
        assertThat(pseudonymizer.pseudonym(1, "user", "u1")).isEqualTo(one);
    }

    @Test
    void pseudonym_manyThreads_isTheSame() throws Exception {
        byte[] expected = pseudonymizer.pseudonym(3, "user", "u");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> same = () -> IntStream.range(0, 2_000)
                    .allMatch(i -> java.util.Arrays.equals(expected, pseudonymizer.pseudonym(3, "user", "u")));
            for (var result : threads.invokeAll(java.util.Collections.nCopies(4, same))) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    private static byte[] masterBytes() {
        byte[] bytes = new byte[MasterKey.LENGTH];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
