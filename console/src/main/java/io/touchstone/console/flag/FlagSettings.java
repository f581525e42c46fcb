package io.touchstone.console.flag;

import io.r2dbc.spi.Readable;
import io.touchstone.console.project.Environment;
import io.touchstone.console.time.ConsoleClock;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.Rule;
import io.touchstone.core.json.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What environments say about flags. */
public final class FlagSettings {
    private static final String COLUMNS =
            "select r.flag, r.enabled, r.rules, r.forced, r.prerequisites, r.revision from flag_rules r";

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public FlagSettings(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What the environment says about the flag. */
    public Mono<FlagSetting> get(Environment environment, Flag flag) {
        return database.sql(COLUMNS + " where r.environment = :environment and r.flag = :flag")
                .bind("environment", environment.number())
                .bind("flag", flag.key())
                .map(FlagSettings::read)
                .one()
                .defaultIfEmpty(FlagSetting.UNTOUCHED);
    }

    /** Everything it says, by flag. */
    public Mono<Map<String, FlagSetting>> all(Environment environment) {
        return database.sql(COLUMNS + " where r.environment = :environment")
                .bind("environment", environment.number())
                .map(row -> Map.entry(row.get("flag", String.class), read(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Stores what a definition says. The caller holds the environment's lock and publishes. */
    public Mono<FlagSetting> put(Environment environment, FlagDefinition flag, long revision) {
        FlagSetting setting = FlagSetting.of(flag, revision);
        return database.sql("""
                        insert into flag_rules (environment, project_id, flag, enabled, rules, forced, prerequisites,
                                                revision, updated_at)
                        values (:environment, :project, :flag, :enabled, :rules, :forced, :prerequisites, :revision, :now)
                        on conflict (environment, flag) do update
                          set enabled = excluded.enabled, rules = excluded.rules, forced = excluded.forced,
                              prerequisites = excluded.prerequisites, revision = excluded.revision,
                              updated_at = excluded.updated_at""")
                .bind("environment", environment.number())
                .bind("project", environment.projectId())
                .bind("flag", flag.key())
                .bind("enabled", setting.enabled())
                .bind("rules", setting.rules().toJson())
                .bind("forced", setting.forced().toJson())
                .bind("prerequisites", setting.prerequisites().toJson())
                .bind("revision", revision)
                .bind("now", clock.instant())
                .then()
                .thenReturn(setting);
    }

    /** Appends a rule that asks the experiment, unless there is one. The caller holds the lock and publishes. */
    public Mono<Void> ensureRule(Environment environment, Flag flag, String experiment) {
        return get(environment, flag)
                .flatMap(setting -> {
                    FlagDefinition now = setting.definition(flag);
                    ExperimentRule rule = new ExperimentRule(experiment);
                    if (now.rules().contains(rule)) {
                        return Mono.empty();
                    }
                    List<Rule> rules = new ArrayList<>(now.rules());
                    rules.add(rule);
                    FlagDefinition next = new FlagDefinition(
                            now.key(),
                            now.type(),
                            now.defaultValue(),
                            now.enabled(),
                            now.prerequisites(),
                            now.forced(),
                            rules);
                    return put(environment, next, setting.revision() + 1);
                })
                .then();
    }

    private static FlagSetting read(Readable row) {
        return new FlagSetting(
                Boolean.TRUE.equals(row.get("enabled", Boolean.class)),
                CanonicalJson.read(row.get("rules", String.class)),
                CanonicalJson.read(row.get("forced", String.class)),
                CanonicalJson.read(row.get("prerequisites", String.class)),
                row.get("revision", Long.class));
    }
}
