package io.touchstone.standalone.importing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of the control plane that an import needs, with the operator's token. A busy server is asked again for a while; every
 * other failure is one sentence. For one thread.
 */
public final class ControlPlane {

    private static final int TRIES_WHILE_BUSY = 8;
    private static final int PAGE = 200;

    private final ApiConnection api;
    private final String token;
    private final EventSender.Surroundings around;
    private final String project;
    private final String environment;
    private boolean reached;

    /**
     * @param token text of an operator's token
     * @param projectKey key of the project all calls are about
     * @param environmentKey key of its environment
     */
    public ControlPlane(
            ApiConnection api,
            String token,
            EventSender.Surroundings around,
            String projectKey,
            String environmentKey) {
        this.api = api;
        this.token = token;
        this.around = around;
        this.project = "/api/v1/projects/" + encoded(projectKey);
        this.environment = project + "/environments/" + encoded(environmentKey);
    }

    /** An empty body to fill. */
    public ObjectNode object() {
        return api.json().createObjectNode();
    }

    /** The environment of that key; absent where there is none. */
    public Optional<JsonNode> environment(String key) throws ImportStop, InterruptedException {
        return find(
                project + "/environments", one -> one.path("key").asString("").equals(key));
    }

    /** The flag of that key; absent where there is none. */
    public Optional<JsonNode> flag(String key) throws ImportStop, InterruptedException {
        return get(project + "/flags/" + encoded(key));
    }

    /** The metric of that key; absent where there is none. */
    public Optional<JsonNode> metric(String key) throws ImportStop, InterruptedException {
        return get(project + "/metrics/" + encoded(key));
    }

    /** The experiment of that key; absent where there is none. */
    public Optional<JsonNode> experiment(String key) throws ImportStop, InterruptedException {
        return get(experimentPath(key));
    }

    Optional<JsonNode> report(String experiment) throws ImportStop, InterruptedException {
        return get(experimentPath(experiment) + "/report");
    }

    /** Its report as of a day; absent before the experiment is known there. */
    public Optional<JsonNode> report(String experiment, LocalDate asOf) throws ImportStop, InterruptedException {
        return get(experimentPath(experiment) + "/report?asOf=" + asOf);
    }

    /** The project; absent where there is none. */
    public Optional<JsonNode> project() throws ImportStop, InterruptedException {
        return get(project);
    }

    /** The layer of that key; absent where there is none. */
    public Optional<JsonNode> layer(String key) throws ImportStop, InterruptedException {
        return find(environment + "/layers", one -> one.path("key").asString("").equals(key));
    }

    /** Makes a project. */
    public JsonNode createProject(ObjectNode body) throws ImportStop, InterruptedException {
        return post("/api/v1/projects", body);
    }

    /** Makes an environment of the project. */
    public JsonNode createEnvironment(ObjectNode body) throws ImportStop, InterruptedException {
        return post(project + "/environments", body);
    }

    /** Makes a layer. */
    public JsonNode createLayer(ObjectNode body) throws ImportStop, InterruptedException {
        return post(environment + "/layers", body);
    }

    /** Makes a flag. */
    public JsonNode createFlag(ObjectNode body) throws ImportStop, InterruptedException {
        return post(project + "/flags", body);
    }

    /** Makes a metric. */
    public JsonNode createMetric(ObjectNode body) throws ImportStop, InterruptedException {
        return post(project + "/metrics", body);
    }

    /** Makes a draft. */
    public JsonNode createExperiment(ObjectNode body) throws ImportStop, InterruptedException {
        return post(environment + "/experiments", body);
    }

    /** Starts it. */
    public JsonNode start(String experiment) throws ImportStop, InterruptedException {
        return post(experimentPath(experiment) + "/start", object());
    }

    /** Opens an import, or gives back the one that has this file. The answer may be a refusal. */
    public Answer openImport(ObjectNode body) throws ImportStop, InterruptedException {
        return askPost(environment + "/imports", body);
    }

    /** Closes an import for good. */
    public JsonNode seal(String importId, ObjectNode body) throws ImportStop, InterruptedException {
        return post(environment + "/imports/" + encoded(importId) + "/seal", body);
    }

    JsonNode createKey(ObjectNode body) throws ImportStop, InterruptedException {
        return post(environment + "/keys", body);
    }

    /** The first key in use that fits. */
    Optional<JsonNode> key(Predicate<JsonNode> fits) throws ImportStop, InterruptedException {
        return find(environment + "/keys", fits);
    }

    /** Ends a key; one that is gone is no failure. */
    public void revokeKey(String id) throws ImportStop, InterruptedException {
        Answer answer = ask("DELETE", environment + "/keys/" + encoded(id));
        if (!answer.isSuccess() && answer.status() != 404) {
            throw refusal(answer);
        }
    }

    private String experimentPath(String key) {
        return environment + "/experiments/" + encoded(key);
    }

    private Optional<JsonNode> get(String path) throws ImportStop, InterruptedException {
        Answer answer = ask("GET", path);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw refusal(answer);
        }
        return Optional.of(answer.body());
    }

    private JsonNode post(String path, ObjectNode body) throws ImportStop, InterruptedException {
        Answer answer = askPost(path, body);
        if (!answer.isSuccess()) {
            throw refusal(answer);
        }
        return answer.body();
    }

    /** Walks a list page by page; absent where nothing fits or the list itself does not exist. */
    private Optional<JsonNode> find(String path, Predicate<JsonNode> fits) throws ImportStop, InterruptedException {
        String query = "?limit=" + PAGE;
        while (true) {
            Optional<JsonNode> page = get(path + query);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            for (JsonNode one : page.get().path("items")) {
                if (fits.test(one)) {
                    return Optional.of(one);
                }
            }
            String next = page.get().path("next").asString("");
            if (next.isEmpty()) {
                return Optional.empty();
            }
            query = "?limit=" + PAGE + "&cursor=" + encoded(next);
        }
    }

    /** One way to ask; gives the same result however often it arrives. */
    private interface Call {
        Answer once() throws ImportStop, IOException, InterruptedException;
    }

    private Answer ask(String method, String path) throws ImportStop, InterruptedException {
        return ask(() -> api.send(method, path, token));
    }

    private Answer askPost(String path, ObjectNode body) throws ImportStop, InterruptedException {
        String once = HexFormat.of().toHexDigits(around.random().nextLong())
                + HexFormat.of().toHexDigits(around.random().nextLong());
        return ask(() -> api.post(path, token, once, body));
    }

    /** A server that never answered is not there; one that did may be starting again. */
    private Answer ask(Call call) throws ImportStop, InterruptedException {
        Backoff backoff = new Backoff(around.random());
        for (int tried = 1; ; tried++) {
            Optional<Duration> asked = Optional.empty();
            try {
                Answer answer = call.once();
                reached = true;
                if (!answer.isBusy() || tried == TRIES_WHILE_BUSY) {
                    return answer;
                }
                asked = answer.retryAfter();
            } catch (IOException e) {
                if (!reached || tried == TRIES_WHILE_BUSY) {
                    throw api.unreachable(e);
                }
            }
            around.pause().of(backoff.next(asked));
        }
    }

    private ImportStop refusal(Answer answer) {
        return switch (answer.status()) {
            case 401, 403 ->
                ImportStop.refused(
                        "the operator's token is not accepted at " + api.server() + " (" + answer.problem() + ")");
            default -> ImportStop.refused("the server said no: " + answer.problem());
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
