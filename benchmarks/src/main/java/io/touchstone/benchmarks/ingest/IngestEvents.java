package io.touchstone.benchmarks.ingest;

import io.touchstone.core.condition.Attributes;
import io.touchstone.core.time.Rfc3339;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The events that are sent: outcomes of one user each, {@value #JSON_BYTES} bytes of JSON, from a fixed seed.
 *
 * @param id event id, 36 characters
 * @param user 16 characters
 * @param name of the outcome
 * @param cents value in hundredths
 * @param page fills the JSON up to its length
 * @param time epoch milliseconds
 */
record IngestEvents(String id, String user, String name, int cents, String page, long time) {

    static final int JSON_BYTES = 220;

    private static final long SEED = 20_261_122L;
    private static final int NAMES = 30;
    private static final int HIGHEST_CENTS = 100_000;
    private static final String CHANNEL = "app";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** That many different events, the same in every process but for their time. */
    static IngestEvents[] draw(int count, long time) {
        SplittableRandom random = new SplittableRandom(SEED);
        IngestEvents[] events = new IngestEvents[count];
        for (int i = 0; i < count; i++) {
            IngestEvents bare = new IngestEvents(
                    new UUID(random.nextLong(), random.nextLong()).toString(),
                    word(random, 16),
                    "outcome-%02d".formatted(random.nextInt(NAMES)),
                    random.nextInt(HIGHEST_CENTS),
                    "",
                    time);
            events[i] = new IngestEvents(
                    bare.id,
                    bare.user,
                    bare.name,
                    bare.cents,
                    word(random, JSON_BYTES - bare.json().length()),
                    time);
        }
        return events;
    }

    private static String word(SplittableRandom random, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** As it goes over HTTP; ASCII. */
    String json() {
        return "{\"id\":\"" + id + "\",\"type\":\"outcome\",\"time\":\"" + Rfc3339.format(time)
                + "\",\"units\":{\"user\":\"" + user + "\"},\"name\":\"" + name + "\",\"value\":" + value()
                + ",\"properties\":{\"channel\":\"" + CHANNEL + "\",\"page\":\"" + page + "\"}}";
    }

    /** As it stands in the topic. */
    TopicRecord record(long received) {
        return new TopicRecord(
                received,
                time,
                id,
                Trust.SERVER,
                IngestPublication.VERSION,
                new TopicRecord.Outcome(
                        name, Double.valueOf(value()), Attributes.of("channel", CHANNEL, "page", page)));
    }

    private String value() {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
