package io.touchstone.model.access;

import java.util.List;
import java.util.Optional;

/**
 * The access list of one environment at one version.
 *
 * @param version publication version
 * @param environment number of the environment
 * @param environmentKey {@code project/environment}
 * @param keys all keys, revoked ones too
 * @param imports all import resources that are not forgotten
 */
public record AccessList(
        long version, int environment, String environmentKey, List<AccessKey> keys, List<ImportGrant> imports) {

    /** Version of the JSON form. */
    public static final int SCHEMA = 1;

    /** Copies the lists. */
    public AccessList {
        keys = List.copyOf(keys);
        imports = List.copyOf(imports);
    }

    /** The key of that id, revoked or not. */
    public Optional<AccessKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The import of that id, open or not. */
    public Optional<ImportGrant> importGrant(String id) {
        return imports.stream().filter(grant -> grant.id().equals(id)).findFirst();
    }
}
