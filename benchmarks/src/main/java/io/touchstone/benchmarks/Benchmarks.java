package io.touchstone.benchmarks;

import io.touchstone.benchmarks.bucketing.BucketingRun;
import io.touchstone.benchmarks.certificate.CertificateRun;
import io.touchstone.benchmarks.evaluate.EvaluateRun;
import io.touchstone.benchmarks.ingest.IngestRun;
import io.touchstone.benchmarks.pipeline.PipelineRun;
import io.touchstone.benchmarks.publish.PublishRun;
import io.touchstone.benchmarks.statistics.StatisticsRun;
import io.touchstone.benchmarks.vectors.VectorsRun;
import java.util.Arrays;
import java.util.List;

/** {@code benchmarks/run NAME [--option value ...]}: runs one benchmark and prints its table and figures. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Exits with 0 after a measurement, 1 after a failed one, 2 for wrong arguments. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            refuse(
                    "benchmark: none (expected: bucketing, certificate, evaluate, ingest, pipeline, publish, statistics or vectors)");
            return;
        }
        List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            switch (arguments[0]) {
                case "bucketing" -> BucketingRun.run(options).print(System.out);
                case "certificate" -> CertificateRun.run(options, System.out);
                case "evaluate" -> EvaluateRun.run(options).print(System.out);
                case "ingest" -> IngestRun.run(options).print(System.out);
                case "pipeline" -> PipelineRun.run(options).print(System.out);
                case "publish" -> PublishRun.run(options).print(System.out);
                case "statistics" -> StatisticsRun.run(options).print(System.out);
                case "vectors" -> VectorsRun.run(options, System.out);
                default ->
                    refuse(
                            "benchmark: " + arguments[0]
                                    + " (expected: bucketing, certificate, evaluate, ingest, pipeline, publish, statistics or vectors)");
            }
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private static void refuse(String message) {
        System.err.println("benchmarks: " + message);
        System.exit(2);
    }
}
