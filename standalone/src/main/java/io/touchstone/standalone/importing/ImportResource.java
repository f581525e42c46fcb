package io.touchstone.standalone.importing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The import as the control plane keeps it.
 *
 * @param id its id
 * @param state open, sealed or incomplete
 * @param nextRow number of its first row
 */
record ImportResource(String id, String state, long nextRow) {

    boolean isSealed() {
        return state.equals("sealed");
    }

    /** Opens the import of that file, or finds the one there is. */
    static ImportResource open(ControlPlane plane, ImportOptions options, CsvFile source, long rows)
            throws ImportStop, InterruptedException {
        String experiment = options.target().experiment();
        ObjectNode body = plane.object()
                .put("experiment", experiment)
                .put("fileSha256", source.sha256())
                .put("append", options.mode().append())
                .put("rows", rows);
        Answer answer = plane.openImport(body);
        if (!answer.isSuccess()) {
            throw ImportStop.refused(
                    switch (answer.code()) {
                        case "import_exists" ->
                            "experiment " + experiment
                                    + ": another file was imported into it, nothing changed (expected: that"
                                    + " file again, --append for a file of new rows, or another --experiment)";
                        case "import_open" ->
                            "experiment " + experiment + ": the import of another file is not finished, nothing changed"
                                    + " (expected: that file again first)";
                        case "import_incomplete" ->
                            "experiment " + experiment + ": this import was not finished within six days and is closed"
                                    + " (expected: another --experiment)";
                        default -> "the server said no: " + answer.problem();
                    });
        }
        return read(answer.body());
    }

    static ImportResource read(JsonNode json) {
        return new ImportResource(
                json.path("id").asString(""),
                json.path("state").asString(""),
                json.path("nextRow").asLong(1));
    }

    /** Closes it for good: nothing is accepted any more. */
    void seal(ControlPlane plane, long rows) throws ImportStop, InterruptedException {
        plane.seal(id, plane.object().put("rows", rows));
    }
}
