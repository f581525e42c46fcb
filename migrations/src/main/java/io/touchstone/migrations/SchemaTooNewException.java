package io.touchstone.migrations;

/** The database was migrated by a newer program. The message is one sentence for people, with what to do. */
public final class SchemaTooNewException extends RuntimeException {
    SchemaTooNewException(String found, String known) {
        super(
                "The database has schema version %s, but this Touchstone knows versions up to %s only: start the newer Touchstone that wrote it, or use another database or data folder."
                        .formatted(found, known),
                null,
                false,
                false);
    }
}
