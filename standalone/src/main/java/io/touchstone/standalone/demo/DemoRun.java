package io.touchstone.standalone.demo;

import io.touchstone.client.TouchstoneClient;
import io.touchstone.standalone.RunningTouchstone;
import io.touchstone.standalone.demo.count.CustomerEvents;
import io.touchstone.standalone.demo.count.PureCount;
import io.touchstone.standalone.demo.count.Reading;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Language;
import io.touchstone.standalone.demo.shop.Tactic;
import io.touchstone.standalone.importing.ApiConnection;
import io.touchstone.standalone.importing.ControlPlane;
import io.touchstone.standalone.importing.EventSender;
import io.touchstone.standalone.importing.ImportEnvironment;
import io.touchstone.standalone.importing.ImportKey;
import io.touchstone.standalone.importing.ImportStop;
import io.touchstone.standalone.importing.Progress;
import io.touchstone.standalone.up.InProcess;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One run of the demo on a Touchstone that answers. */
final class DemoRun {
    private static final String ADMIN = "admin";
    private static final Duration POLL = Duration.ofMillis(500);

    private final DemoOptions options;
    private final InProcess touchstone;
    private final RunningTouchstone running;
    private final PrintStream out;
    private final ImportEnvironment terminal;
    private final EventSender.Surroundings around = EventSender.Surroundings.real();

    DemoRun(DemoOptions options, InProcess touchstone, RunningTouchstone running, PrintStream out, PrintStream err) {
        this.options = options;
        this.touchstone = touchstone;
        this.running = running;
        this.out = out;
        boolean moving = System.console() != null && System.console().isTerminal();
        this.terminal = new ImportEnvironment(running.address(), running.token(), out, err, moving);
    }

    void run() throws ImportStop, InterruptedException {
        DemoMemory memory = remember();
        try (ApiConnection api = new ApiConnection(running.address())) {
            ControlPlane plane =
                    new ControlPlane(api, running.token(), around, ShopSetup.PROJECT, ShopSetup.ENVIRONMENT);
            if (!memory.counted()) {
                say(DemoWords.BUILDING);
                new ShopSetup(plane, memory.history(), options.language()).build();
            }
            ImportKey key = ImportKey.create(plane, "demo", "server");
            try (TouchstoneClient client = client(key)) {
                trade(memory, plane, api, client, key);
            } finally {
                revoke(plane, key);
            }
        }
    }

    private void trade(DemoMemory begun, ControlPlane plane, ApiConnection api, TouchstoneClient client, ImportKey key)
            throws ImportStop, InterruptedException {
        DemoMemory memory = begun;
        CustomerEvents events = new CustomerEvents(memory.history(), new SdkAssignment(client));
        if (memory.counted()) {
            say(DemoWords.AGAIN);
        } else {
            bringHistory(plane, api, events);
            memory = memory.afterCount();
            memory.write(file());
        }
        summarise(plane, memory);
        if (!options.once()) {
            say(DemoWords.LIVE);
            HttpStorefront http = new HttpStorefront(api, key.secret());
            new LiveShop(events, new SdkStorefront(client), http, http, new DemoDiary(memory, file())).run();
        }
    }

    /** However the run ends: by Ctrl-C as well. */
    private static void revoke(ControlPlane plane, ImportKey key) throws InterruptedException {
        try {
            plane.revokeKey(key.id());
        } catch (ImportStop e) {
            // The server is away; the next start revokes what this one leaves behind.
        }
    }

    private Path file() {
        return touchstone.folder().path().resolve("demo.json");
    }

    private DemoMemory remember() {
        Optional<DemoMemory> known = DemoMemory.read(file());
        if (known.isPresent()) {
            DemoMemory memory = known.get();
            if (options.seed().filter(seed -> seed != memory.seed()).isPresent()) {
                say(DemoWords.OTHER_SEED, memory.seed());
            }
            return memory;
        }
        DemoMemory begun = DemoMemory.begin(options.seed().orElse(1L), Instant.now());
        begun.write(file());
        return begun;
    }

    private TouchstoneClient client(ImportKey key) {
        return TouchstoneClient.builder()
                .baseUri(running.address())
                .apiKey(key.secret())
                .pollInterval(POLL)
                .build();
    }

    private void bringHistory(ControlPlane plane, ApiConnection api, CustomerEvents events)
            throws ImportStop, InterruptedException {
        History history = events.history();
        Map<Tactic, List<Customer>> customers = new EnumMap<>(Tactic.class);
        long everyone = 0;
        for (Tactic tactic : Tactic.values()) {
            List<Customer> own = history.customers(tactic);
            customers.put(tactic, own);
            everyone += own.size();
        }
        ((SdkAssignment) events.assignment()).awaitStarts(history);
        say(DemoWords.IMPORTING, String.format(Locale.ROOT, "%,d", everyone), history.seed());
        PureCount expected = new PureCount(history, events.assignment().config());
        ImportKey key = ImportKey.create(plane, "demo history", "import");
        Progress sent = progress(DemoWords.SENT, everyone);
        try {
            HistoryImport importing = new HistoryImport(plane, events, expected);
            for (Map.Entry<Tactic, List<Customer>> own : customers.entrySet()) {
                // A sender each: it is patient until a data plane has heard of its import.
                try (EventSender sender = new EventSender(api, key.secret(), around, sent)) {
                    importing.run(own.getKey(), own.getValue(), sender, sent);
                }
            }
        } finally {
            sent.close();
            revoke(plane, key);
        }
        Progress counted = progress(DemoWords.COUNTED, everyone);
        try {
            new CountWatch(plane, expected, history.lastDay()).await(counted);
        } finally {
            counted.close();
        }
    }

    private Progress progress(DemoWords action, long total) {
        return new Progress(terminal, InstantSource.system(), action.in(options.language()), total);
    }

    private void summarise(ControlPlane plane, DemoMemory memory) throws ImportStop, InterruptedException {
        Language language = options.language();
        History history = memory.history();
        double seconds = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
        List<Reading> readings = ServerReadings.of(plane, history.lastDay());
        out.println();
        say(DemoWords.AS_OF, history.lastDay());
        out.println();
        out.print(new DemoSummary(language).table(readings));
        out.println();
        say(
                DemoWords.HOLDING,
                readings.size(),
                readings.stream().filter(Reading::holds).count());
        if (options.figures()) {
            DemoFigures.print(out, history.seed(), seconds, readings);
        }
        out.println();
        say(DemoWords.READY, seconds);
        say(DemoWords.CONSOLE, running.address());
        touchstone
                .password()
                .ifPresentOrElse(
                        password -> say(DemoWords.SIGN_IN, ADMIN, password), () -> say(DemoWords.SIGN_IN_AGAIN, ADMIN));
        out.println();
    }

    private void say(DemoWords words, Object... values) {
        out.println(String.format(Locale.ROOT, words.in(options.language()), values));
        out.flush();
    }
}
