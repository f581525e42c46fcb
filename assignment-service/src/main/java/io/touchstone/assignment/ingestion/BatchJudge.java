package io.touchstone.assignment.ingestion;

import io.touchstone.assignment.exposure.ExposureTokens;
import io.touchstone.assignment.kafka.LogRecord;
import io.touchstone.assignment.kafka.RecordEncoder;
import io.touchstone.core.event.EventBatch;
import io.touchstone.core.event.TokenExposure;
import io.touchstone.core.input.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the events of a batch one by one: a bad one does not keep the others out. */
final class BatchJudge {
    private final EventJudge judge;

    BatchJudge(RecordEncoder encoder, ExposureTokens tokens) {
        this.judge = new EventJudge(encoder, tokens);
    }

    /** @param received server clock, epoch milliseconds */
    JudgedBatch judge(Sender sender, EventBatch batch, long received) {
        List<LogRecord> records = new ArrayList<>(batch.events().size());
        List<EventBatch.Rejected> rejected = new ArrayList<>(batch.rejected());
        List<EventBatch.Warning> warnings = new ArrayList<>(batch.warnings());
        int accepted = 0;
        for (EventBatch.Received one : batch.events()) {
            try {
                records.addAll(judge.records(sender, one.event(), received));
                accepted++;
                StrayNames.tell(sender.snapshot().experiments(), one.index(), one.event(), warnings);
            } catch (InvalidInputException e) {
                rejected.add(rejected(one.index(), one.event().id(), e));
            }
        }
        for (TokenExposure token : batch.tokens()) {
            try {
                records.addAll(judge.records(sender, token, received));
                accepted++;
            } catch (InvalidInputException e) {
                rejected.add(rejected(token.index(), token.id(), e));
            }
        }
        rejected.sort(Comparator.comparingInt(EventBatch.Rejected::index));
        warnings.sort(Comparator.comparingInt(EventBatch.Warning::index));
        return new JudgedBatch(records, accepted, rejected, warnings);
    }

    private static EventBatch.Rejected rejected(int index, @Nullable String id, InvalidInputException reason) {
        return new EventBatch.Rejected(index, id, reason.code(), String.valueOf(reason.getMessage()));
    }
}
