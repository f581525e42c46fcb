package io.touchstone.pipeline;

import io.touchstone.pipeline.progress.WatchSettings;
import io.touchstone.pipeline.sink.SinkSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a pipeline needs to know.
 *
 * @param database PostgreSQL
 * @param bootstrapServers Kafka, {@code host:port,...}
 * @param stateDirectory where state stores live; each process its own
 * @param partitions partitions of the events topic and of everything behind it; fixed for the life of an installation
 * @param replication copies of every topic: 1 standalone, 3 in production
 * @param threads stream threads of this process
 * @param commitInterval how often a transaction is committed
 * @param flushInterval how long changes of cells are collected
 * @param cacheBytes memory for caches of state stores
 * @param catalogPatience how long a record waits for its catalog
 * @param sink how the sink behaves
 * @param watch how progress is watched
 */
public record PipelineSettings(
        Database database,
        String bootstrapServers,
        Path stateDirectory,
        int partitions,
        int replication,
        int threads,
        Duration commitInterval,
        Duration flushInterval,
        long cacheBytes,
        Duration catalogPatience,
        SinkSettings sink,
        WatchSettings watch) {

    /** Everything in one JVM: 4 partitions, one copy, one thread, a commit a second. */
    public static PipelineSettings standalone(Database database, String bootstrapServers, Path stateDirectory) {
        return new PipelineSettings(
                database,
                bootstrapServers,
                stateDirectory,
                4,
                1,
                1,
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                64L << 20,
                Duration.ofSeconds(60),
                SinkSettings.DEFAULT,
                WatchSettings.DEFAULT);
    }

    /** With another number of partitions and copies. */
    public PipelineSettings withTopics(int newPartitions, int newReplication) {
        return new PipelineSettings(
                database,
                bootstrapServers,
                stateDirectory,
                newPartitions,
                newReplication,
                threads,
                commitInterval,
                flushInterval,
                cacheBytes,
                catalogPatience,
                sink,
                watch);
    }

    /** With other threads and intervals. */
    public PipelineSettings withThroughput(int newThreads, Duration newCommit, Duration newFlush, long newCacheBytes) {
        return new PipelineSettings(
                database,
                bootstrapServers,
                stateDirectory,
                partitions,
                replication,
                newThreads,
                newCommit,
                newFlush,
                newCacheBytes,
                catalogPatience,
                sink,
                watch);
    }

    /** With another behaviour of the sink. */
    public PipelineSettings withSink(SinkSettings newSink) {
        return new PipelineSettings(
                database,
                bootstrapServers,
                stateDirectory,
                partitions,
                replication,
                threads,
                commitInterval,
                flushInterval,
                cacheBytes,
                catalogPatience,
                newSink,
                watch);
    }

    /** With another patience for records and partitions that wait. */
    public PipelineSettings withPatience(Duration newCatalogPatience, WatchSettings newWatch) {
        return new PipelineSettings(
                database,
                bootstrapServers,
                stateDirectory,
                partitions,
                replication,
                threads,
                commitInterval,
                flushInterval,
                cacheBytes,
                newCatalogPatience,
                sink,
                newWatch);
    }
}
