package io.touchstone.assignment.publication;

import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.model.access.AccessList;
import io.touchstone.model.access.AccessListCodec;
import io.touchstone.model.access.ImportGrant;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.CatalogCodec;
import io.touchstone.model.catalog.Dimension;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.PhaseFacts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a data plane needs of one environment, ready for use: the compiled datafile and its bytes, the access list, and what
 * ingestion asks of the catalog. Immutable; all of one version.
 */
public final class Snapshot {
    private final int environment;
    private final long version;
    private final CompiledDatafile datafile;
    private final byte[] datafileJson;
    private final String datafileEtag;
    private final AccessList accessList;
    private final Map<String, ImportGrant> imports;
    private final PublishedExperiments experiments;
    private final Map<String, List<String>> dimensions;

    private Snapshot(Publication publication, Datafile datafile, Catalog catalog, AccessList accessList) {
        this.environment = publication.environment();
        this.version = publication.version();
        this.datafile = CompiledDatafile.compile(datafile);
        this.datafileJson = publication.datafile().getBytes(StandardCharsets.UTF_8);
        this.datafileEtag = quoted(publication.datafileEtag());
        this.accessList = accessList;
        this.imports =
                accessList.imports().stream().collect(Collectors.toUnmodifiableMap(ImportGrant::id, grant -> grant));
        this.experiments = new PublishedExperiments(datafile, catalog);
        this.dimensions = dimensions(catalog);
    }

    /**
     * Reads and compiles a publication.
     *
     * @throws IllegalArgumentException for documents that are broken, of a higher schema, or of another environment
     */
    public static Snapshot of(Publication publication) {
        AccessList accessList = AccessListCodec.read(publication.accessList().getBytes(StandardCharsets.UTF_8));
        if (accessList.environment() != publication.environment()) {
            throw new IllegalArgumentException("access list: of environment " + accessList.environment()
                    + " (expected: of environment " + publication.environment() + ")");
        }
        return new Snapshot(
                publication,
                DatafileCodec.read(publication.datafile()),
                CatalogCodec.read(publication.catalog().getBytes(StandardCharsets.UTF_8)),
                accessList);
    }

    /** Number of the environment. */
    public int environment() {
        return environment;
    }

    /** {@code project/environment}. */
    public String environmentKey() {
        return datafile.environment();
    }

    /** Publication version. */
    public long version() {
        return version;
    }

    /** For evaluating. */
    public CompiledDatafile datafile() {
        return datafile;
    }

    /** The published bytes; not to be changed. */
    public byte[] datafileJson() {
        return datafileJson;
    }

    /** The published entity tag, in quotes. */
    public String datafileEtag() {
        return datafileEtag;
    }

    /** Keys and imports. */
    public AccessList accessList() {
        return accessList;
    }

    /** The import of that id, open or not. */
    public Optional<ImportGrant> importGrant(String id) {
        return Optional.ofNullable(imports.get(id));
    }

    /** The experiments, phases, variants and unit types that events may name. */
    public PublishedExperiments experiments() {
        return experiments;
    }

    /** Attributes that results of that phase are sliced by: what an exposure of it should carry. */
    public List<String> dimensions(String experiment, int phase) {
        return dimensions.getOrDefault(phaseKey(experiment, phase), List.of());
    }

    private static Map<String, List<String>> dimensions(Catalog catalog) {
        Map<String, List<String>> keys = new HashMap<>();
        for (ExperimentFacts experiment : catalog.experiments()) {
            for (PhaseFacts phase : experiment.phases()) {
                if (!phase.dimensions().isEmpty()) {
                    List<String> names =
                            phase.dimensions().stream().map(Dimension::key).toList();
                    keys.put(phaseKey(experiment.key(), phase.number()), names);
                }
            }
        }
        return Map.copyOf(keys);
    }

    private static String phaseKey(String experiment, int phase) {
        return phase + "/" + experiment;
    }

    private static String quoted(String etag) {
        return etag.endsWith("\"") ? etag : "\"" + etag + "\"";
    }
}
