package io.touchstone.assignment.ingestion;

import io.touchstone.assignment.access.Caller;
import io.touchstone.assignment.http.ApiCode;
import io.touchstone.assignment.http.ApiProblem;
import io.touchstone.assignment.publication.Snapshot;
import io.touchstone.model.access.ImportGrant;
import io.touchstone.model.access.KeyKind;
import io.touchstone.model.record.Trust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a batch comes.
 *
 * @param snapshot documents of the environment
 * @param trust from the kind of the key
 * @param grant the import it belongs to; null for live events
 */
record Sender(Snapshot snapshot, Trust trust, @Nullable ImportGrant grant) {

    /**
     * Fits the key and the {@code import} of the body together.
     *
     * @param importId what the body says, null for nothing
     * @throws ApiProblem 400 {@code import_required}, {@code import_unknown}, 403 {@code key_scope}, 409
     *     {@code import_sealed}
     */
    static Sender of(Caller caller, @Nullable String importId, Instant now) {
        KeyKind kind = caller.key().kind();
        Snapshot snapshot = caller.snapshot();
        if (kind != KeyKind.IMPORT) {
            if (importId != null) {
                throw new ApiProblem(
                        ApiCode.KEY_SCOPE,
                        "kind of key " + caller.key().id() + ": " + kind.key() + " (expected: import)");
            }
            return new Sender(snapshot, kind == KeyKind.SERVER ? Trust.SERVER : Trust.CLIENT, null);
        }
        if (importId == null) {
            throw new ApiProblem(ApiCode.IMPORT_REQUIRED, "import: absent (expected: the id of an open import)");
        }
        ImportGrant grant = snapshot.importGrant(importId)
                .orElseThrow(() -> new ApiProblem(
                        ApiCode.IMPORT_UNKNOWN,
                        "import: " + shortened(importId) + " (expected: an import of this environment)"));
        if (!grant.open() || !now.isBefore(grant.until())) {
            throw new ApiProblem(
                    ApiCode.IMPORT_SEALED,
                    "import: " + importId + " sealed (expected: open, before " + grant.until() + ")");
        }
        return new Sender(snapshot, Trust.IMPORT, grant);
    }

    private static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64);
    }
}
