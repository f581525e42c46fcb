package io.touchstone.assignment.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.assignment.pseudonym.MasterKey;
import io.touchstone.assignment.pseudonym.Pseudonymizer;
import io.touchstone.core.condition.Attributes;
import io.touchstone.model.record.TopicRecord;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTokensTest {
    private static final List<PendingExposure> EXPOSURES = List.of(
            exposure("", "h2026", "all-shipped", Attributes.EMPTY),
            exposure("winback_offer", "winback", "coupon", Attributes.of("city", "北京")));

    private final ExposureTokens tokens = new ExposureTokens(new Pseudonymizer(MasterKey.of(new byte[32])));

    @Test
    void open_issuedToken_givesItsExposures() {
        assertThat(tokens.open(1, tokens.issue(1, EXPOSURES))).contains(EXPOSURES);
    }

    @Test
    void open_tokenOfAnotherEnvironment_isEmpty() {
        assertThat(tokens.open(2, tokens.issue(1, EXPOSURES))).isEmpty();
    }

    @Test
    void open_anyChangedBit_isEmpty() {
        byte[] bytes = Base64.getUrlDecoder().decode(tokens.issue(1, EXPOSURES));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 4;
            assertThat(tokens.open(1, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                    .as("byte %d", i)
                    .isEmpty();
            bytes[i] ^= 4;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "no base64!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void open_otherText_isEmpty(String text) {
        assertThat(tokens.open(1, text)).isEmpty();
    }

    @Test
    void open_hugeText_isEmpty() {
        assertThat(tokens.open(1, "A".repeat(1_000_000))).isEmpty();
    }

    private static PendingExposure exposure(String flag, String experiment, String variant, Attributes attributes) {
        return new PendingExposure(
                "user",
                "张三",
                1_795_000_000_125L,
                17,
                new TopicRecord.Exposure(flag, experiment, 1, variant, "experiment", null, attributes));
    }
}
