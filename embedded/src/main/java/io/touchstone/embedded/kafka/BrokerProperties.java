package io.touchstone.embedded.kafka;

import java.time.Duration;
import java.util.Properties;

/** The broker's configuration: one node that is broker and controller, sized for one machine. */
final class BrokerProperties {
    static final int NODE_ID = 1;
    /** As long as the event log is kept: a pipeline that rests for weeks must find its position again, not start over. */
    private static final Duration OFFSETS_KEPT = Duration.ofDays(400);

    private BrokerProperties() {}

    static Properties of(BrokerSettings settings, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        // Named voters, not a dynamic quorum: the voter's port then lives in this file only and may differ at each
        // start.
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners", "BROKER://" + settings.host() + ":" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "BROKER://" + settings.advertisedHost() + ":" + port);
        properties.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "BROKER");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("log.dirs", settings.folder().toString());
        oneReplica(properties);
        modestMemory(properties);
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("offsets.retention.minutes", Long.toString(OFFSETS_KEPT.toMinutes()));
        properties.putAll(settings.overrides());
        return properties;
    }

    private static void oneReplica(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
    }

    /** Kafka's defaults (50 partitions per internal topic, 128 MiB for the cleaner) are for a machine of its own. */
    private static void modestMemory(Properties properties) {
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
        properties.put("log.cleaner.io.buffer.size", "262144");
    }
}
