package io.touchstone.standalone.importing;

import java.util.List;

/**
 * The names of the columns.
 *
 * @param names as in the file, without white space around them
 */
record Header(List<String> names) {

    Header {
        names = names.stream().map(String::strip).toList();
    }

    boolean has(String column) {
        return names.contains(column.strip());
    }

    /** Where the column stands, or the sentence that names it and the columns there are. */
    int indexOf(String option, String column) throws ImportStop {
        int index = names.indexOf(column.strip());
        if (index < 0) {
            throw ImportStop.refused(option + ": the file has no column \"" + column + "\" (expected: one of "
                    + String.join(", ", names) + ")");
        }
        if (names.lastIndexOf(column.strip()) != index) {
            throw ImportStop.refused(
                    option + ": the file has two columns \"" + column + "\" (expected: names that differ)");
        }
        return index;
    }
}
