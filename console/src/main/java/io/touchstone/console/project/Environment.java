package io.touchstone.console.project;

import java.time.ZoneId;

/**
 * One stage of a project.
 *
 * @param number the short number in every record and cell
 * @param projectId id of its project
 * @param projectKey key of its project
 * @param key its key
 * @param name for people
 * @param zone whose calendar days count
 * @param version of its last publication, 0 before the first
 */
public record Environment(
        int number, int projectId, String projectKey, String key, String name, ZoneId zone, long version) {
    /** {@code project/environment}, as published documents name it. */
    public String path() {
        return projectKey + "/" + key;
    }

    /** The same at another version. */
    public Environment at(long next) {
        return new Environment(number, projectId, projectKey, key, name, zone, next);
    }
}
