package io.touchstone.console.project;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes an environment whole: with its default layer and its first publication. Runs in the caller's transaction. */
public final class EnvironmentCreation {
    private final Environments environments;
    private final EnvironmentEquipment equipment;
    private final Publications publications;

    public EnvironmentCreation(Environments environments, EnvironmentEquipment equipment, Publications publications) {
        this.environments = environments;
        this.equipment = equipment;
        this.publications = publications;
    }

    /**
     * Makes it.
     *
     * @return the environment at version 1; fails with {@code already_exists}
     */
    public Mono<Environment> create(Project project, String key, String name, ZoneId zone) {
        return environments
                .insert(project, key, name, zone)
                .flatMap(made -> equipment.equip(made).thenReturn(made))
                .flatMap(publications::publish);
    }

    /** A zone of the IANA database; offsets are none, because they know no daylight saving. */
    static ZoneId zone(@Nullable String text) {
        String id = Require.present("zone", text);
        try {
            ZoneId zone = ZoneId.of(id);
            if (!(zone instanceof ZoneOffset) || zone.equals(ZoneOffset.UTC)) {
                return zone;
            }
        } catch (DateTimeException e) {
            // Refused below, like an offset.
        }
        throw ProblemException.of(ProblemCode.ZONE_UNKNOWN, "zone", id, "an IANA time zone such as Asia/Shanghai");
    }
}
