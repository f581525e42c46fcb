package io.touchstone.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the certificate with fewer runs and wider bands. */
class CertificateTest {
    private static final Simulation SIMULATION = new Simulation(4);

    static java.util.List<Regime> regimes() {
        return Regimes.all();
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void line_staysInsideItsBandOrRefuses(Regime regime) {
        Row row = SIMULATION.run(regime, Bands.BUILD);
        assertThat(row.standing(Bands.BUILD)).as(row.toString()).isNotEqualTo(Row.Standing.FAILS);
    }
}
