package io.touchstone.assignment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Publishes documents of one environment as the console does. */
final class Documents {
    static final String SECRET = "0123456789abcdefghijABCDEFGHIJ";
    static final String ORIGIN = "https://shop.example";
    static final String OTHER_ORIGIN = "https://other.example";

    private final DataSource database;
    private final String name;
    private final int environment;

    private Documents(DataSource database, String name, int environment) {
        this.database = database;
        this.name = name;
        this.environment = environment;
    }

    /** A new environment without a publication. */
    static Documents createEnvironment(DataSource database, String name) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into project (key, name, created_at) values ('" + name + "', 'x', now())");
            try (ResultSet row = statement.executeQuery(
                    "insert into environment (project_id, key, name, zone, created_at) select id, 'production', 'x',"
                            + " 'Asia/Shanghai', now() from project where key = '" + name + "' returning number")) {
                row.next();
                return new Documents(database, name, row.getInt(1));
            }
        }
    }

    int environment() {
        return environment;
    }

    /** Text of the key of that kind; the id tells environments apart. */
    String key(String kind) {
        return "tsk_" + kind + "_" + keyId(kind) + "_" + SECRET + "01";
    }

    String keyId(String kind) {
        return (kind + "00000000").substring(0, 5) + String.format("%03d", environment);
    }

    /** Publishes that version and notifies. */
    void publish(long version, String offValue) throws SQLException {
        publish(version, offValue, List.of());
    }

    /** @param revoked kinds of keys that are revoked */
    void publish(long version, String offValue, List<String> revoked) throws SQLException {
        insert(version, datafile(version, offValue), accessList(version, revoked));
    }

    /** Publishes a datafile that nobody can read. */
    void publishBroken(long version) throws SQLException {
        insert(version, "{\"schema\":99}", accessList(version, List.of()));
    }

    private void insert(long version, String datafile, String accessList) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into publication values (?, ?, ?, ?, ?, ?, now())");
                Statement notify = connection.createStatement()) {
            insert.setInt(1, environment);
            insert.setLong(2, version);
            insert.setString(3, datafile);
            insert.setString(4, "\"" + sha256(datafile).substring(0, 32) + "\"");
            insert.setString(5, catalog(version));
            insert.setString(6, accessList);
            insert.executeUpdate();
            notify.execute("select pg_notify('touchstone_publication', '" + environment + "')");
        }
    }

    private String datafile(long version, String offValue) {
        return """
                {"schema":1,"environment":"%s/production","version":%d,"publishedAt":"2026-11-22T08:00:00Z",
                "layers":[{"key":"default","salt":"l-1"}],
                "holdouts":[{"key":"h2026","salt":"h-1","unitType":"user","statusQuo":0,"allShipped":1000000,
                  "flags":["held"],"activeFrom":"2020-01-01T00:00:00Z"}],
                "experiments":[
                 {"key":"winback","phase":2,"salt":"e-1","unitType":"user","layer":"default","slots":[[0,1000000]],
                  "status":"running","activeFrom":"2020-01-01T00:00:00Z","control":"control",
                  "variants":[{"key":"control","weight":0,"value":"none"},{"key":"coupon","weight":1,"value":"off20"}]},
                 {"key":"bydevice","phase":1,"salt":"e-2","unitType":"device","layer":"devices","slots":[[0,1000000]],
                  "status":"running","activeFrom":"2020-01-01T00:00:00Z","control":"a",
                  "variants":[{"key":"a","weight":1,"value":{"n":1}},{"key":"b","weight":0,"value":{"n":2}}]}],
                "flags":[
                 {"key":"winback_offer","type":"string","default":"none","enabled":true,
                  "forced":[{"unitType":"user","unit":"tester","variant":"coupon","value":"off20"}],
                  "rules":[{"kind":"experiment","experiment":"winback"}]},
                 {"key":"device_flag","type":"object","default":{},"enabled":true,
                  "rules":[{"kind":"experiment","experiment":"bydevice"}]},
                 {"key":"off","type":"string","default":"%s","enabled":false,"rules":[]},
                 {"key":"fixed","type":"boolean","default":false,"enabled":true,"rules":[]},
                 {"key":"held","type":"integer","default":7,"enabled":true,
                  "rules":[{"kind":"rollout","key":"r1","salt":"r-1","unitType":"user","share":1000000,"audience":null,
                    "variant":"on","value":8}]},
                 {"key":"vip","type":"float","default":0.5,"enabled":true,
                  "rules":[{"kind":"rollout","key":"r2","salt":"r-2","unitType":"user","share":1000000,
                    "audience":{"op":"eq","attribute":"tier","value":"gold"},"variant":"on","value":1.5}]}]}""".formatted(name, version, offValue).replace(
                "\"key\":\"default\",\"salt\":\"l-1\"}",
                "\"key\":\"default\",\"salt\":\"l-1\"},{\"key\":\"devices\",\"salt\":\"l-2\"}");
    }

    private String catalog(long version) {
        return """
                {"schema":1,"version":%d,"environment":{"number":%d,"key":"%s/production","zone":"Asia/Shanghai"},"metrics":[],
                "experiments":[%s,%s,%s]}""".formatted(
                        version,
                        environment,
                        name,
                        experiment("winback", "winback_offer", "user", 2, "running", false, "control", "coupon"),
                        experiment("bydevice", "device_flag", "device", 1, "running", false, "a", "b"),
                        experiment("cookie_cats", "cats", "user", 1, "running", true, "gate_30", "gate_40"));
    }

    private static String experiment(
            String key,
            String flag,
            String unit,
            int phase,
            String state,
            boolean imported,
            String control,
            String other) {
        return """
                {"key":"%s","flag":"%s","unitType":"%s","imported":%s,"phases":[{"number":%d,"state":"%s","generation":1,
                "control":"%s","variants":[{"key":"%s","weight":1},{"key":"%s","weight":1}],
                "startsAt":"2020-01-01T00:00:00Z","activeFrom":"2020-01-01T00:00:00Z","endedAt":null,"metrics":[],
                "dimensions":[{"key":"city","values":["beijing"]}],"covariates":[],"plan":{"alpha":0.05,"power":0.8}}]}""".formatted(key, flag, unit, imported, phase, state, control, control, other);
    }

    private String accessList(long version, List<String> revoked) {
        String keys = List.of("server", "client", "import", "manual", "slow", "other").stream()
                .map(kind -> accessKey(kind, revoked.contains(kind)))
                .collect(Collectors.joining(","));
        return """
                {"schema":1,"environment":{"number":%d,"key":"%s/production"},"version":%d,"keys":[%s],"imports":[
                {"id":"imp_open","experiment":"cookie_cats","phase":1,"state":"open","until":"2099-01-01T00:00:00Z"},
                {"id":"imp_sealed","experiment":"cookie_cats","phase":1,"state":"sealed","until":"2099-01-01T00:00:00Z"},
                {"id":"imp_past","experiment":"cookie_cats","phase":1,"state":"open","until":"2020-01-01T00:00:00Z"}]}""".formatted(environment, name, version, keys);
    }

    private String accessKey(String name, boolean revoked) {
        String kind = List.of("client", "import").contains(name) ? name : name.equals("other") ? "client" : "server";
        String origins =
                switch (name) {
                    case "client" -> "[\"" + ORIGIN + "\"]";
                    case "other" -> "[\"" + OTHER_ORIGIN + "\"]";
                    default -> "[]";
                };
        return """
                {"id":"%s","kind":"%s","sha256":"%s","exposure":"%s","origins":%s,"eventsPerSecond":%d,"revoked":%s}""".formatted(
                        keyId(name),
                        kind,
                        sha256(key(name)),
                        name.equals("server") ? "on-evaluate" : "manual",
                        origins,
                        name.equals("slow") ? 1 : 1_000_000,
                        revoked);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
