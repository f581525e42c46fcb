package io.touchstone.assignment.kafka;

/**
 * One record of the event log.
 *
 * @param key encoded key; decides the partition
 * @param value encoded event
 * @param receivedMillis server clock at reception, the record's timestamp (epoch milliseconds)
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record LogRecord(byte[] key, byte[] value, long receivedMillis) {
    /** Bytes it takes. */
    int size() {
        return key.length + value.length;
    }
}
