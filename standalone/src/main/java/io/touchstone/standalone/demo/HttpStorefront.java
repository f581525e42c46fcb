package io.touchstone.standalone.demo;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.event.Event;
import io.touchstone.core.event.EventCodec;
import io.touchstone.core.event.OutcomeEvent;
import io.touchstone.core.event.ProfileEvent;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.Deed;
import io.touchstone.standalone.importing.Answer;
import io.touchstone.standalone.importing.ApiConnection;
import io.touchstone.standalone.importing.ImportStop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * As an application without an SDK uses the HTTP API: an evaluation over OFREP, which records the exposure, and events. What the
 * server does not take is lost; the shop goes on.
 */
final class HttpStorefront implements LiveShop.Storefront, LiveShop.Returns {
    private final ApiConnection api;
    private final String key;

    /** @param key text of a server key */
    HttpStorefront(ApiConnection api, String key) {
        this.api = api;
        this.key = key;
    }

    @Override
    public @Nullable String meet(Customer customer) throws InterruptedException {
        ObjectNode body = api.json().createObjectNode();
        ObjectNode context = body.putObject("context").put("targetingKey", customer.id());
        Attributes attributes = customer.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            context.put(attributes.nameAt(i), attributes.text(attributes.nameAt(i)));
        }
        JsonNode answer = post("/ofrep/v1/evaluate/flags/" + customer.tactic().flag(), body);
        send(new ProfileEvent(newId(), System.currentTimeMillis(), customer.units(), null, attributes));
        boolean chosen = answer.at("/metadata/experiment")
                .asString("")
                .equals(customer.tactic().key());
        return chosen ? answer.path("variant").asString() : null;
    }

    @Override
    public void track(Customer customer, Deed deed) throws InterruptedException {
        Units units = customer.units();
        send(new OutcomeEvent(
                newId(), System.currentTimeMillis(), units, null, deed.name(), deed.value(), Attributes.EMPTY));
    }

    @Override
    public void send(Event event) throws InterruptedException {
        byte[] body = EventCodec.joinBatch(List.of(EventCodec.write(event)));
        post("/api/v1/events", api.json().readTree(new String(body, StandardCharsets.UTF_8)));
    }

    private JsonNode post(String path, JsonNode body) throws InterruptedException {
        try {
            Answer answer = api.post(path, key, body);
            if (answer.isSuccess()) {
                return answer.body();
            }
        } catch (IOException | ImportStop e) {
            // The next customer may have more luck.
        }
        return api.json().createObjectNode();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
