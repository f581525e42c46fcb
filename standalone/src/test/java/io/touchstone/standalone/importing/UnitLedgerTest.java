package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitLedgerTest {

    @Test
    void see_repeatedUnits_countOnce() {
        UnitLedger ledger = new UnitLedger();
        Set<String> different = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String unit = "u" + random.nextInt(90_000);
            different.add(unit);
            ledger.see(unit, 0);
        }

        assertThat(ledger.units()).isEqualTo(different.size());
        assertThat(ledger.crossovers()).isZero();
        assertThat(ledger.exact()).isTrue();
    }

    @Test
    void see_unitInTwoVariants_isOneCrossover() {
        UnitLedger ledger = new UnitLedger();
        ledger.see("a", 0);
        ledger.see("a", 1);
        ledger.see("a", 2);
        ledger.see("b", 1);

        assertThat(ledger.units()).isEqualTo(2);
        assertThat(ledger.crossovers()).isEqualTo(1);
        assertThat(ledger.words()).containsExactly("2 units", "1 of them in more than one variant");
    }
}
