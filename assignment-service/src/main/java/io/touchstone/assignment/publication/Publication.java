package io.touchstone.assignment.publication;

/**
 * One row of the publication table, unread: the three documents of an environment as they were published.
 *
 * @param environment number of the environment, from 1
 * @param version increasing within the environment
 * @param datafile canonical JSON, served as it is
 * @param datafileEtag entity tag computed at publication
 * @param catalog canonical JSON
 * @param accessList canonical JSON; secret, never served
 */
public record Publication(
        int environment, long version, String datafile, String datafileEtag, String catalog, String accessList) {
    @Override
    public String toString() {
        return "Publication[environment=" + environment + ", version=" + version + "]";
    }
}
