package io.touchstone.pipeline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracle is no yes-man: each fault planted in the pure function makes the comparison fail. */
class PlantedFaultsTest {

    @Test
    void engine_loadedBesideWithoutFault_agrees() throws Exception {
        assertThat(setsThatAgree(null, 20)).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource(PlantedFault.class)
    void engine_withFault_disagreesWithinTheSets(PlantedFault fault) throws Exception {
        assertThat(setsThatAgree(fault, EngineAgreesWithOracleTest.SETS)).isLessThan(EngineAgreesWithOracleTest.SETS);
    }

    /** How many sets pass before the first that does not. */
    private static long setsThatAgree(PlantedFault fault, int sets) throws Exception {
        LongPredicate check = new FaultyEngineLoader(fault).agreementCheck();
        try (AutoCloseable closing = (AutoCloseable) check) {
            return LongStream.range(0, sets).takeWhile(check).count();
        }
    }
}
