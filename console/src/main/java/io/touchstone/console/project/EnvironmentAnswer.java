package io.touchstone.console.project;

/**
 * An environment.
 *
 * @param key its key
 * @param name for people
 * @param number the short number in every record and cell
 * @param zone IANA time zone whose calendar days count
 * @param version of its last publication
 */
public record EnvironmentAnswer(String key, String name, int number, String zone, long version) {
    static EnvironmentAnswer of(Environment environment) {
        return new EnvironmentAnswer(
                environment.key(),
                environment.name(),
                environment.number(),
                environment.zone().getId(),
                environment.version());
    }
}
