package io.touchstone.console.project;

import java.time.Instant;

/**
 * A project.
 *
 * @param key its key
 * @param name for people
 * @param createdAt when it was made
 */
public record ProjectAnswer(String key, String name, Instant createdAt) {
    static ProjectAnswer of(Project project) {
        return new ProjectAnswer(project.key(), project.name(), project.createdAt());
    }
}
