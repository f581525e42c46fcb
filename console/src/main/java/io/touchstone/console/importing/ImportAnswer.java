package io.touchstone.console.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param id names it in events
 * @param experiment key of the experiment it fills
 * @param phase number of the phase it fills
 * @param fileSha256 of its file
 * @param state {@code open | sealed | incomplete}
 * @param nextRow number of this file's first row: 1, or after the last row of the file before
 * @param expectedRows rows as announced
 * @param rows rows as sealed
 * @param openedAt when it was opened
 * @param until when it stops taking events
 * @param sealedAt when it was closed
 */
public record ImportAnswer(
        String id,
        String experiment,
        int phase,
        String fileSha256,
        String state,
        long nextRow,
        @Nullable Long expectedRows,
        @Nullable Long rows,
        Instant openedAt,
        Instant until,
        @Nullable Instant sealedAt) {
    static ImportAnswer of(ImportResource one) {
        return new ImportAnswer(
                one.id(),
                one.experiment(),
                one.phase(),
                one.fileSha256(),
                one.state().key(),
                one.nextRow(),
                one.expectedRows(),
                one.rows(),
                one.openedAt(),
                one.until(),
                one.sealedAt());
    }
}
