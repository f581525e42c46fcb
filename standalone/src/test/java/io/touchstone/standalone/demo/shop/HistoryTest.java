package io.touchstone.standalone.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant MOMENT = Instant.parse("2026-11-22T08:00:00Z");
    private final History history = new History(7, MOMENT);

    @Test
    void customers_sameSeedAndMoment_areTheSame() {
        assertThat(new History(7, MOMENT).customers(Tactic.WINBACK)).isEqualTo(history.customers(Tactic.WINBACK));
        assertThat(new History(8, MOMENT).customers(Tactic.WINBACK)).isNotEqualTo(history.customers(Tactic.WINBACK));
    }

    @Test
    void customers_comeOn28WholeDaysAndTodayUntilTheMoment() {
        List<Customer> customers = history.customers(Tactic.ONBOARDING);
        long whole = customers.stream()
                .filter(customer ->
                        customer.met() < Instant.parse("2026-11-21T16:00:00Z").toEpochMilli())
                .count();

        assertThat(whole).isBetween(13_700L, 14_300L);
        assertThat(customers.size()).isGreaterThan((int) whole);
        assertThat(customers).allSatisfy(customer -> assertThat(customer.met())
                .isBetween(history.begin().toEpochMilli(), MOMENT.toEpochMilli() - 1));
        assertThat(customers.stream().map(Customer::id).distinct()).hasSameSizeAs(customers);
        assertThat(history.begin()).isEqualTo("2026-10-24T16:00:00Z");
        assertThat(history.lastDay()).isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void deeds_underTwoArms_differByTheEffectOnly() {
        for (Customer customer : history.customers(Tactic.PUSH_TIME).subList(0, 2_000)) {
            List<Deed> noon = orders(history.deeds(customer, "noon"));

            assertThat(orders(history.deeds(customer, "evening"))).isEqualTo(noon);
        }
    }

    @Test
    void deeds_comeAfterTheMeeting() {
        for (Tactic tactic : Tactic.values()) {
            for (Customer customer : history.customers(tactic).subList(0, 2_000)) {
                for (Tactic.Arm arm : tactic.arms()) {
                    assertThat(history.deeds(customer, arm.key()))
                            .allSatisfy(deed -> assertThat(deed.time()).isGreaterThan(customer.met()));
                }
            }
        }
    }

    @Test
    void newcomer_isNobodyOfTheHistory() {
        long opening = MOMENT.toEpochMilli();
        Customer newcomer = history.newcomer(Tactic.WINBACK, opening, 3, opening + 990);

        assertThat(newcomer.met()).isEqualTo(opening + 990);
        assertThat(history.customers(Tactic.WINBACK)).extracting(Customer::id).doesNotContain(newcomer.id());
        assertThat(history.newcomer(Tactic.WINBACK, opening, 4, opening).id()).isNotEqualTo(newcomer.id());
        assertThat(history.newcomer(Tactic.WINBACK, opening + 1, 3, opening).id())
                .isNotEqualTo(newcomer.id());
    }

    @Test
    void deeds_ofNewcomersOfTwoOpenings_differ() {
        long met = MOMENT.toEpochMilli();
        for (Tactic tactic : Tactic.values()) {
            String arm = tactic.arms().getLast().key();
            assertThat(fates(tactic, arm, met)).isEqualTo(fates(tactic, arm, met));
            assertThat(fates(tactic, arm, met)).isNotEqualTo(fates(tactic, arm, met + 86_400_000));
        }
    }

    /** What the first newcomers of an opening do, all met at one moment. */
    private List<List<Deed>> fates(Tactic tactic, String arm, long opening) {
        return IntStream.range(0, 50)
                .mapToObj(number -> history.newcomer(tactic, opening, number, MOMENT.toEpochMilli()))
                .map(newcomer -> history.deeds(newcomer, arm))
                .toList();
    }

    private static List<Deed> orders(List<Deed> deeds) {
        return deeds.stream().filter(deed -> deed.name().equals("order")).toList();
    }
}
