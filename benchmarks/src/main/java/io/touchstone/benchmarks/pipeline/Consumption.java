package io.touchstone.benchmarks.pipeline;

import io.touchstone.model.Topics;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * How many events the consumers of this JVM have taken from the events topic. Committed offsets move only every few seconds, which is too
 * coarse for a short measurement; that all of it was committed is checked afterwards.
 */
final class Consumption {

    private static final String CONSUMED = "records-consumed-total";

    private Consumption() {}

    /** Since the consumers that live now were made. */
    static long ofEvents() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        Map<String, Double> byClient = new HashMap<>();
        for (ObjectName name : beans.queryNames(pattern(), null)) {
            // Kafka names topics with dots twice: as they are, and with underscores.
            String topic = String.valueOf(name.getKeyProperty("topic")).replace("\"", "");
            if (topic.replace('_', '.').equals(Topics.EVENTS)) {
                byClient.merge(String.valueOf(name.getKeyProperty("client-id")), consumed(beans, name), Math::max);
            }
        }
        return (long)
                byClient.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double consumed(MBeanServer beans, ObjectName name) {
        try {
            return ((Number) beans.getAttribute(name, CONSUMED)).doubleValue();
        } catch (JMException e) {
            return 0; // gone between the query and now
        }
    }

    private static ObjectName pattern() {
        try {
            return new ObjectName("kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*,topic=*");
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }
}
