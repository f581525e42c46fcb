package io.touchstone.console.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of past data on its way in.
 *
 * @param id {@code imp_} and letters and digits
 * @param experiment key of the experiment it fills
 * @param phase number of the phase it fills
 * @param fileSha256 64 hex digits
 * @param state where it stands
 * @param nextRow number of this file's first row: 1, or after the last row of the file before
 * @param expectedRows rows as announced
 * @param rows rows as sealed
 * @param openedAt when it was opened
 * @param until when it stops taking events
 * @param sealedAt when it was closed
 */
public record ImportResource(
        String id,
        String experiment,
        int phase,
        String fileSha256,
        ImportState state,
        long nextRow,
        @Nullable Long expectedRows,
        @Nullable Long rows,
        Instant openedAt,
        Instant until,
        @Nullable Instant sealedAt) {
    ImportResource sealed(long total, Instant now) {
        return new ImportResource(
                id,
                experiment,
                phase,
                fileSha256,
                ImportState.SEALED,
                nextRow,
                expectedRows,
                total,
                openedAt,
                until,
                now);
    }
}
