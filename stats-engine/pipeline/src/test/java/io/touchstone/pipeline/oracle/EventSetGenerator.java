package io.touchstone.pipeline.oracle;

import io.touchstone.pipeline.oracle.AcceptedEvent.Who;
import io.touchstone.pipeline.oracle.EventSet.Shape;
import io.touchstone.pipeline.oracle.TestCatalog.Experiment;
import io.touchstone.pipeline.oracle.TestCatalog.Metric;
import io.touchstone.pipeline.oracle.TestCatalog.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random event sets of 50 to 2,000 records over 20 units and three experiments, dense in what goes wrong: instants exactly on
 * the border of a window, a day or the limit of lateness, ties, copies, second variants, outcomes before their exposure, days of
 * 23 and 25 hours, and zones whose clocks go back over midnight. All values are multiples of 0.25, so every sum is exact.
 */
final class EventSetGenerator {

    private static final int USERS = 14;
    private static final int DEVICES = 6;
    private static final List<String> NAMES = List.of("purchase", "purchase", "open", "open", "adjust", "share");
    /** Prefixes of ids whose order differs between UTF-8, UTF-16 and collations. */
    private static final List<String> PREFIXES = List.of("a", "Z", "é", "试", "\uFF5E", "\uD83D\uDE00");

    private static final List<Clock> CLOCKS = List.of(
            new Clock("America/New_York", LocalDate.of(2026, 3, 8)),
            new Clock("America/New_York", LocalDate.of(2026, 11, 1)),
            new Clock("Europe/Berlin", LocalDate.of(2026, 3, 29)),
            new Clock("Europe/Berlin", LocalDate.of(2026, 10, 25)),
            new Clock("Asia/Beirut", LocalDate.of(2026, 10, 25)),
            new Clock("America/St_Johns", LocalDate.of(2010, 11, 7)),
            new Clock("Asia/Shanghai", LocalDate.of(2026, 11, 11)));

    private final long seed;
    private final Random random;
    private final Shape shape;
    private final ZoneId zone;
    /** Midnight that begins the day on which the clocks change. */
    private final long change;

    private final long start;
    private final long end;
    private final long secondPhaseAt;
    private final TestCatalog catalog;
    private final List<Who> units = new ArrayList<>();
    private final List<AcceptedEvent> drafts = new ArrayList<>();
    /** Instants of a unit at which a condition turns. */
    private final Map<String, List<Long>> borders = new TreeMap<>();

    private int ids;

    EventSetGenerator(long seed) {
        this.seed = seed;
        // Neighbouring seeds of Random begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.shape = shape();
        Clock clock = CLOCKS.get(random.nextInt(CLOCKS.size()));
        this.zone = ZoneId.of(clock.zone());
        this.change = clock.day().atStartOfDay(zone).toInstant().toEpochMilli();
        long length =
                switch (shape) {
                    case LIVE_DAYS -> Duration.ofHours(60).toMillis();
                    case LIVE_WEEKS -> days(8 + random.nextInt(18));
                    case IMPORTED, MIXED -> days(20 + random.nextInt(40));
                };
        this.start = random.nextInt(4) == 0 ? change : change - random.nextLong(length);
        this.end = start + length;
        this.secondPhaseAt = start + (long) (length * (0.2 + 0.6 * random.nextDouble()));
        this.catalog = new CatalogDraw(random).draw(clock.zone(), start, secondPhaseAt);
        for (int i = 0; i < USERS + DEVICES; i++) {
            byte[] pseudonym = new byte[16];
            random.nextBytes(pseudonym);
            units.add(new Who(i < USERS ? "user" : "device", HexFormat.of().formatHex(pseudonym)));
        }
    }

    private Shape shape() {
        int drawn = random.nextInt(20);
        return drawn < 10 ? Shape.LIVE_WEEKS : drawn < 14 ? Shape.LIVE_DAYS : drawn < 17 ? Shape.IMPORTED : Shape.MIXED;
    }

    EventSet generate() {
        boolean crowded = random.nextInt(40) == 0;
        int size = crowded ? 2000 : (int) Math.round(50 * Math.exp(random.nextDouble() * Math.log(40)));
        int distinct = size * 5 / 6;
        for (int i = 0; i < Math.min(25, distinct / 3); i++) {
            addExposure();
        }
        while (drafts.size() < distinct) {
            int kind = random.nextInt(100);
            if (crowded && kind < 80) {
                addCrowd();
            } else if (kind < 15) {
                addExposure();
            } else if (kind < 27) {
                addProfile();
            } else {
                addOutcome();
            }
        }
        int limit = crowded || random.nextInt(10) < 6 ? 1000 : 1 + random.nextInt(4);
        return new EventSet(seed, shape, catalog, limit, delivered(size));
    }

    private List<AcceptedEvent> delivered(int size) {
        Delivery delivery = new Delivery(random, shape, end);
        List<AcceptedEvent> records = new ArrayList<>();
        drafts.subList(0, Math.min(size, drafts.size())).forEach(event -> records.add(delivery.first(event)));
        int distinct = records.size();
        while (records.size() < size) {
            records.add(delivery.again(records.get(random.nextInt(distinct))));
        }
        return records;
    }

    private void addExposure() {
        Experiment experiment =
                catalog.experiments().get(random.nextInt(catalog.experiments().size()));
        Who who = experiment.unitType().equals("user")
                ? units.get(random.nextInt(USERS))
                : units.get(USERS + random.nextInt(DEVICES));
        long time = time(who);
        // A few clients still hold the datafile of the other phase.
        boolean stale = random.nextInt(12) == 0;
        boolean second = experiment.phases().size() > 1 && (time >= secondPhaseAt) != stale;
        Phase phase = experiment.phases().get(second ? 1 : 0);
        // A unit mostly stays in its variant; one in six exposures is of any.
        int steady = who.pseudonym().charAt(0) % phase.variants().size();
        String variant = phase.variants()
                .get(random.nextInt(6) == 0 ? random.nextInt(phase.variants().size()) : steady);
        AcceptedEvent event = AcceptedEvent.exposure(
                        id(), time, who, experiment.flag(), experiment.key(), phase.number(), variant)
                .with(Map.of(), random.nextInt(3) == 0 ? Map.of("city", city()) : Map.of());
        drafts.add(
                switch (random.nextInt(40)) {
                    case 0 -> event.because("forced");
                    case 1 -> event.because("test");
                    default -> event;
                });
        noteBorders(who, time, phase);
        if (random.nextInt(8) == 0) {
            // The same instant, another variant: the id decides.
            String other = phase.variants().get(random.nextInt(phase.variants().size()));
            drafts.add(AcceptedEvent.exposure(
                    id(), time, who, experiment.flag(), experiment.key(), phase.number(), other));
        }
    }

    private void noteBorders(Who who, long time, Phase phase) {
        List<Long> known = bordersOf(who);
        known.add(time);
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(time), zone);
        known.add(startOf(day.plusDays(1)));
        for (Metric metric : phase.metrics()) {
            if (metric.kind() == TestCatalog.Kind.RETENTION) {
                known.add(startOf(day.plusDays(metric.firstDay())));
                known.add(startOf(day.plusDays(metric.lastDay() + 1L)));
                known.add(startOf(day.plusDays(31)));
            } else if (metric.lengthMillis() > 0) {
                known.add(time + metric.delayMillis());
                known.add(time + metric.delayMillis() + metric.lengthMillis());
            }
        }
    }

    private List<Long> bordersOf(Who who) {
        return borders.computeIfAbsent(who.pseudonym(), _ -> new ArrayList<>());
    }

    private void addProfile() {
        Who who = units.get(random.nextInt(units.size()));
        long time = time(who);
        add(who, AcceptedEvent.profile(id(), time, who, attributes()));
        if (random.nextInt(4) == 0) {
            add(who, AcceptedEvent.profile(id(), time, who, attributes()));
        }
    }

    private Map<String, Object> attributes() {
        Map<String, Object> attributes = new TreeMap<>();
        if (random.nextInt(2) == 0) {
            attributes.put("city", city());
        }
        if (random.nextInt(2) == 0) {
            attributes.put("level", List.<Object>of(1L, 2.5, true, "1", 7L).get(random.nextInt(5)));
        }
        for (String covariate : CatalogDraw.COVARIATES) {
            if (random.nextInt(2) == 0) {
                attributes.put(covariate, quarters(200));
            }
        }
        return attributes;
    }

    private void addOutcome() {
        Who who = units.get(random.nextInt(units.size()));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        add(who, outcome(who, name, time(who)));
    }

    /** Many outcomes of one unit on few days. */
    private void addCrowd() {
        Who who = units.getFirst();
        add(who, outcome(who, "open", start + (end - start) / 2 + random.nextLong(days(1) / 2)));
    }

    private AcceptedEvent outcome(Who who, String name, long time) {
        Double value = null;
        if (random.nextInt(5) > 0) {
            value = name.equals("adjust") ? quarters(60) - 7.5 : random.nextInt(30) == 0 ? 4000.75 : quarters(30);
        }
        Map<String, Object> properties = new TreeMap<>();
        if (random.nextInt(4) > 0) {
            properties.put("channel", List.of("app", "web", "小程序").get(random.nextInt(3)));
        }
        if (random.nextInt(2) == 0) {
            properties.put("amount", random.nextInt(3) == 0 ? 5L : (Object) quarters(10));
        }
        if (random.nextInt(3) == 0) {
            properties.put("member", random.nextBoolean());
        }
        return AcceptedEvent.outcome(id(), time, who, name, value).with(properties, Map.of());
    }

    /** One record per identity: every fourth event names a user and a device. */
    private void add(Who who, AcceptedEvent event) {
        drafts.add(event);
        if (random.nextInt(4) == 0) {
            // More follows at the same instant, or on the same day.
            bordersOf(who).add(event.time() + (random.nextBoolean() ? 0 : random.nextLong(days(1) / 4)));
        }
        if (random.nextInt(4) == 0) {
            Who other = who.unitType().equals("user")
                    ? units.get(USERS + random.nextInt(DEVICES))
                    : units.get(random.nextInt(USERS));
            drafts.add(event.of(other));
        }
    }

    private long time(Who who) {
        if (random.nextInt(15) == 0) {
            return Math.clamp(change + random.nextLong(-120_000, 120_000), start, end - 1);
        }
        List<Long> known = bordersOf(who);
        if (!known.isEmpty() && random.nextInt(2) == 0) {
            long border = known.get(random.nextInt(known.size())) + random.nextInt(3) - 1;
            if (border >= start && border <= end) {
                return border;
            }
        }
        return start + random.nextLong(end - start);
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private static long days(int count) {
        return Duration.ofDays(count).toMillis();
    }

    private String id() {
        return PREFIXES.get(random.nextInt(PREFIXES.size())) + "-" + ids++;
    }

    private String city() {
        return CatalogDraw.CITIES.get(random.nextInt(CatalogDraw.CITIES.size()));
    }

    private double quarters(int most) {
        return random.nextInt(4 * most) / 4.0;
    }

    private record Clock(String zone, LocalDate day) {}
}
