package io.touchstone.embedded.testing;

import org.testcontainers.kafka.KafkaContainer;

/** A broker in a container, removed by Testcontainers when the JVM ends. */
final class ContainerTestKafka {
    private ContainerTestKafka() {}

    static String start() {
        KafkaContainer container = new KafkaContainer("apache/kafka:4.3.1");
        container.start();
        return container.getBootstrapServers();
    }
}
