package io.touchstone.standalone.importing;

/**
 * What an outcome column without a declared kind holds. Truth values only make a conversion, other numbers a sum. A word such as
 * {@code true} makes a conversion whatever else there is: a stray number is then a broken cell, and not the other way round.
 */
final class KindGuess {

    private boolean words;
    private boolean amounts;

    void see(String cell) {
        if (cell.isBlank()) {
            return;
        }
        if (CellFormat.truth(cell).isPresent()) {
            words |= CellFormat.isTruthWord(cell);
        } else {
            amounts |= CellFormat.decimal(cell).isPresent();
        }
    }

    OutcomeKind kind() {
        return amounts && !words ? OutcomeKind.SUM : OutcomeKind.CONVERSION;
    }
}
