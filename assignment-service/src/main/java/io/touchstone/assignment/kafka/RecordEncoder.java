package io.touchstone.assignment.kafka;

import io.touchstone.assignment.pseudonym.Pseudonymizer;
import io.touchstone.core.bucketing.Units;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.TopicRecordCodec;
import java.util.ArrayList;
import java.util.List;

/** Turns what a unit did into a record of the event log: behind this point there are pseudonyms only. */
public final class RecordEncoder {
    private final Pseudonymizer pseudonymizer;

    public RecordEncoder(Pseudonymizer pseudonymizer) {
        this.pseudonymizer = pseudonymizer;
    }

    /**
     * @param environment number of the environment
     * @param unitType type of the unit
     * @param unit its id, which goes no further
     * @param record what it did
     */
    public LogRecord encode(int environment, String unitType, String unit, TopicRecord record) {
        return new LogRecord(key(environment, unitType, unit), TopicRecordCodec.encode(record), record.received());
    }

    /** One record per identity; all of them share the bytes of what was done. */
    public List<LogRecord> encode(int environment, Units units, TopicRecord record) {
        byte[] value = TopicRecordCodec.encode(record);
        List<LogRecord> records = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            records.add(new LogRecord(key(environment, units.typeAt(i), units.idAt(i)), value, record.received()));
        }
        return records;
    }

    private byte[] key(int environment, String unitType, String unit) {
        return new TopicKey(environment, unitType, pseudonymizer.pseudonym(environment, unitType, unit)).encode();
    }
}
