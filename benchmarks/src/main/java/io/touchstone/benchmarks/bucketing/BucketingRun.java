package io.touchstone.benchmarks.bucketing;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.figure.Figure;
import io.touchstone.benchmarks.figure.Report;
import io.touchstone.benchmarks.figure.Target;
import io.touchstone.benchmarks.process.Machine;
import io.touchstone.core.bucketing.Bucketing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code benchmarks/run bucketing}. */
public final class BucketingRun {
    private static final int UNIFORM_CELLS = 1_000;
    private static final int JOINT_CELLS = 20;
    /** Salts of one piece of work: two layers with an experiment each. */
    private static final int QUAD = 4;
    /** All summaries together are this small once in a thousand runs with other salts, if chance is all there is. */
    private static final double FAMILY_P = 0.001;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final List<Option> OPTIONS = List.of(
            new Option("ids", "1000000", "ids of each kind"),
            new Option("salts", "1000", "salts, half of layers and half of experiments; a multiple of 4"),
            new Option("seed", "1", "of the salts"),
            new Option("threads", "2", "working at a time"));

    private BucketingRun() {}

    /** Hashes, counts, reports. */
    public static Report run(List<String> arguments) throws InterruptedException, ExecutionException {
        Options options = new Options(OPTIONS, arguments);
        int ids = options.number("ids");
        List<String> salts = salts(options.number("salts"), options.number("seed"));
        String load = Machine.load();
        List<Question> questions = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, options.number("threads")))) {
            for (IdKind kind : IdKind.values()) {
                questions.addAll(ask(kind, kind.ids(ids), salts, workers));
            }
        }
        Report report = report(questions, ids, salts.size());
        report.note(Machine.facts() + ", load average " + load + " before and " + Machine.load() + " after");
        return report;
    }

    /** As the console makes them: a letter for what they are of, and 12 random characters. */
    static List<String> salts(int count, int seed) {
        if (count == 0 || count % QUAD != 0) {
            throw new IllegalArgumentException("--salts: " + count + " (expected: a multiple of " + QUAD + ")");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<String> salts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            StringBuilder salt = new StringBuilder(i % 2 == 0 ? "l-" : "e-");
            for (int j = 0; j < 12; j++) {
                salt.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            salts.add(salt.toString());
        }
        return salts;
    }

    /** The four questions about ids of one kind. */
    static List<Question> ask(IdKind kind, String[] ids, List<String> salts, ExecutorService workers)
            throws InterruptedException, ExecutionException {
        List<Future<Quad>> running = new ArrayList<>();
        for (int i = 0; i < salts.size(); i += QUAD) {
            List<String> quad = salts.subList(i, i + QUAD);
            running.add(workers.submit(() -> Quad.of(quad, ids)));
        }
        List<Quad> done = new ArrayList<>();
        for (Future<Quad> quad : running) {
            done.add(quad.get());
        }
        return List.of(
                new Question(kind, "buckets uniform", all(done, Quad::uniform)),
                new Question(kind, "split in halves", all(done, Quad::halves)),
                new Question(kind, "slot x variant", all(done, Quad::slotByVariant)),
                new Question(kind, "layer x layer", all(done, Quad::layerByLayer)));
    }

    private static List<Table> all(List<Quad> quads, java.util.function.Function<Quad, List<Table>> tables) {
        return quads.stream().flatMap(quad -> tables.apply(quad).stream()).toList();
    }

    private static Report report(List<Question> questions, int ids, int salts) {
        Report report = new Report(String.format(
                Locale.ROOT, "bucketing: %,d ids of %d kinds under %,d salts", ids, IdKind.values().length, salts));
        double smallest = 1;
        for (Question question : questions) {
            report.row(
                    question.ids().word() + ", " + question.name(),
                    String.format(
                            Locale.ROOT,
                            "%4d tables: sum %+.2f sd, p %.3f; worst p %.3f; spread p %.3f; %d below 0.001",
                            question.tables().size(),
                            question.deviations(),
                            question.pTogether(),
                            question.pWorst(),
                            question.pSpread(),
                            question.rare()),
                    "");
            smallest = Math.min(smallest, question.smallest());
        }
        int summaries = questions.size() * Question.SUMMARIES;
        double corrected = Math.min(1, smallest * summaries);
        report.judged(
                "smallest p of " + summaries + ", times " + summaries,
                new Figure("bucketing-smallest-p", corrected, "p"),
                Target.atLeast(FAMILY_P, ">= " + FAMILY_P));
        for (IdKind kind : IdKind.values()) {
            double worst = questions.stream()
                    .filter(question -> question.ids() == kind)
                    .mapToDouble(Question::deviations)
                    .max()
                    .orElseThrow();
            report.figure(new Figure("bucketing-" + kind.word() + "-largest-sum", worst, "sd"));
        }
        report.note(
                "buckets uniform: chi-square in 1,000 cells; split in halves: as 50:50 variants; slot x variant, layer x layer:"
                        + " independence of the buckets under two salts in 20 x 20 cells");
        report.note(
                "sum: of all statistics, in standard deviations above its mean, below 0 is more even than chance; worst p: for"
                        + " the number of tables; spread p: of the p values over 20 bins");
        return report;
    }

    /**
     * Two layers, each with an experiment.
     *
     * @param uniform of the four salts
     * @param halves of the four salts
     * @param slotByVariant of each layer with its experiment
     * @param layerByLayer of the two layers
     */
    private record Quad(List<Table> uniform, List<Table> halves, List<Table> slotByVariant, List<Table> layerByLayer) {

        static Quad of(List<String> salts, String[] ids) {
            List<int[]> buckets = salts.stream().map(salt -> buckets(salt, ids)).toList();
            return new Quad(
                    buckets.stream()
                            .map(one -> Table.uniform(one, UNIFORM_CELLS))
                            .toList(),
                    buckets.stream().map(one -> Table.uniform(one, 2)).toList(),
                    List.of(
                            Table.independent(buckets.get(0), buckets.get(1), JOINT_CELLS),
                            Table.independent(buckets.get(2), buckets.get(3), JOINT_CELLS)),
                    List.of(Table.independent(buckets.get(0), buckets.get(2), JOINT_CELLS)));
        }

        private static int[] buckets(String salt, String[] ids) {
            Bucketing bucketing = new Bucketing(salt);
            int[] buckets = new int[ids.length];
            for (int i = 0; i < ids.length; i++) {
                buckets[i] = bucketing.bucket(ids[i]);
            }
            return buckets;
        }
    }
}
