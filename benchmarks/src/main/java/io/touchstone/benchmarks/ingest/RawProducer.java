package io.touchstone.benchmarks.ingest;

import io.touchstone.benchmarks.process.ChildJvm;
import io.touchstone.benchmarks.process.CpuTime;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecordCodec;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The peer: a producer that sends records whose bytes lie ready, as fast as the broker acknowledges them. Set up as the data plane sets up
 * its own: acknowledged by all, idempotent, lz4, 5 ms, 128 KiB.
 */
final class RawProducer implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    RawProducer(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        5,
                        "batch.size",
                        128 * 1024,
                        "buffer.memory",
                        48L * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends for that long, waits for the last acknowledgement, answers with events, seconds and CPU of this JVM. */
    void send(int seconds, long time) {
        byte[][] keys = keys();
        byte[][] values = values(time);
        LongAdder acknowledged = new LongAdder();
        LongAdder failed = new LongAdder();
        long cpu = CpuTime.ofProcess();
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        for (int i = 0; System.nanoTime() < end; i = (i + 1) % values.length) {
            producer.send(
                    new ProducerRecord<>(IngestServer.RAW_TOPIC, keys[i], values[i]),
                    (metadata, error) -> (error == null ? acknowledged : failed).increment());
        }
        producer.flush();
        double took = (System.nanoTime() - begin) / 1e9;
        long used = CpuTime.ofProcess() - cpu;
        if (failed.sum() > 0) {
            throw new IllegalStateException("raw producer: " + failed.sum() + " not acknowledged (expected: 0)");
        }
        ChildJvm.answer("raw-us", used / 1_000.0 / acknowledged.sum());
        ChildJvm.answer("raw-rate", acknowledged.sum() / took);
    }

    private static byte[][] keys() {
        SplittableRandom random = new SplittableRandom(1);
        byte[][] keys = new byte[IngestRun.EVENTS][];
        for (int i = 0; i < keys.length; i++) {
            byte[] pseudonym = new byte[TopicKey.PSEUDONYM_BYTES];
            random.nextBytes(pseudonym);
            keys[i] = new TopicKey(1, "user", pseudonym).encode();
        }
        return keys;
    }

    private static byte[][] values(long time) {
        IngestEvents[] events = IngestEvents.draw(IngestRun.EVENTS, time);
        byte[][] values = new byte[events.length][];
        for (int i = 0; i < values.length; i++) {
            values[i] = TopicRecordCodec.encode(events[i].record(time));
        }
        return values;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(3));
    }
}
