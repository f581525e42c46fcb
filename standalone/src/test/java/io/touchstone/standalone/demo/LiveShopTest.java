package io.touchstone.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.event.Event;
import io.touchstone.core.event.OutcomeEvent;
import io.touchstone.standalone.demo.count.Assignment;
import io.touchstone.standalone.demo.count.CustomerEvents;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.Deed;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Tactic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveShopTest {
    private static final Instant MOMENT = Instant.parse("2026-11-22T08:00:00Z");
    private final History history = new History(7, MOMENT);
    private final Store sdk = new Store();
    private final Store http = new Store();
    private final List<Event> returned = new ArrayList<>();
    private final Notes diary = new Notes();

    @Test
    void step_newcomers_useBothWaysForEveryTactic() throws InterruptedException {
        runFor(opened(MOMENT), MOMENT, Duration.ofSeconds(30));

        assertThat(sdk.met.size() + http.met.size()).isBetween(85, 95);
        assertThat(sdk.met.size()).isGreaterThan(http.met.size());
        for (Tactic tactic : Tactic.values()) {
            assertThat(sdk.met).anyMatch(customer -> customer.tactic() == tactic);
            assertThat(http.met).anyMatch(customer -> customer.tactic() == tactic);
        }
    }

    @Test
    void step_deedsOfThreeDays_happenWithinTwoMinutesAndAtTheSameStore() throws InterruptedException {
        runFor(opened(MOMENT), MOMENT, Duration.ofMinutes(4));

        assertThat(sdk.did).isNotEmpty().noneMatch(deed -> deed.name().equals("app_open"));
        assertThat(sdk.did).extracting(Deed::name).contains("order", "join_membership", "push_open");
        assertThat(http.did).isNotEmpty();
        assertThat(sdk.late).isEqualTo(0);
    }

    @Test
    void open_afterAPause_makesUpForWhatIsNotTooLate() throws InterruptedException {
        Instant later = MOMENT.plus(Duration.ofDays(5));

        LiveShop shop = opened(later);
        shop.step(later.toEpochMilli());

        assertThat(returned).isNotEmpty();
        assertThat(returned).allSatisfy(event -> assertThat(event.timeMillis())
                .isBetween(later.minus(Duration.ofHours(70)).toEpochMilli(), later.toEpochMilli()));
        int before = returned.size();
        runFor(shop, later, Duration.ofHours(2));
        assertThat(returned).hasSizeGreaterThan(before);
    }

    @Test
    void open_afterARestart_bringsBackTheNewcomersOfBefore() throws InterruptedException {
        Instant closing = MOMENT.plus(Duration.ofMinutes(30));
        LiveShop before = opened(MOMENT);
        runFor(before, MOMENT, Duration.ofMinutes(30));
        before.close(closing.toEpochMilli());
        Set<Object> newcomers = Stream.concat(sdk.met.stream(), http.met.stream())
                .map(Customer::units)
                .collect(Collectors.toSet());
        assertThat(diary.noted.getLast().newcomers()).isEqualTo(newcomers.size());
        returned.clear();

        Instant later = MOMENT.plus(Duration.ofDays(2));
        opened(later).step(later.toEpochMilli());

        List<Event> theirs = returned.stream()
                .filter(event -> newcomers.contains(event.units()))
                .toList();
        assertThat(theirs).hasSizeGreaterThan(newcomers.size() / 10).allSatisfy(event -> assertThat(event.timeMillis())
                .isBetween(closing.toEpochMilli(), later.toEpochMilli()));
        assertThat(theirs)
                .filteredOn(event -> ((OutcomeEvent) event).name().equals("app_open"))
                .isNotEmpty();
    }

    @Test
    void step_everyTenSeconds_notesHowTheOpeningStands() throws InterruptedException {
        runFor(opened(MOMENT), MOMENT, Duration.ofSeconds(35));

        assertThat(diary.noted).hasSize(3);
        assertThat(diary.noted).allSatisfy(opening -> assertThat(opening.from()).isEqualTo(MOMENT));
        assertThat(diary.noted.getLast().newcomers()).isBetween(85, 95);
    }

    private LiveShop opened(Instant now) {
        LiveShop shop = new LiveShop(new CustomerEvents(history, new Controls()), sdk, http, returned::add, diary);
        shop.open(now.toEpochMilli());
        return shop;
    }

    /** Time passes from one thing to the next. */
    private void runFor(LiveShop shop, Instant from, Duration time) throws InterruptedException {
        long end = from.plus(time).toEpochMilli();
        for (long now = from.toEpochMilli(); now < end; ) {
            sdk.now = now;
            http.now = now;
            now = Math.max(now + 1, shop.step(now));
        }
    }

    /** Everybody gets the control. */
    private record Controls() implements Assignment {
        @Override
        public String variant(Customer customer) {
            return customer.tactic().arms().getFirst().key();
        }

        @Override
        public long config() {
            return 1;
        }
    }

    private static final class Notes implements LiveShop.Diary {
        private final List<Opening> noted = new ArrayList<>();

        @Override
        public List<Opening> earlier() {
            return noted.isEmpty() ? List.of() : List.of(noted.getLast());
        }

        @Override
        public void note(Opening opening) {
            noted.add(opening);
        }
    }

    private static final class Store implements LiveShop.Storefront {
        private final List<Customer> met = new ArrayList<>();
        private final List<Deed> did = new ArrayList<>();
        private long now;
        private int late;

        @Override
        public String meet(Customer customer) {
            met.add(customer);
            return customer.tactic().arms().getLast().key();
        }

        @Override
        public void track(Customer customer, Deed deed) {
            did.add(deed);
            if (now - customer.met() > Duration.ofSeconds(125).toMillis()) {
                late++;
            }
        }
    }
}
