package io.touchstone.core.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.touchstone.core.event.EventBatch.Received;
import io.touchstone.core.event.EventBatch.Rejected;
import io.touchstone.core.event.EventBatch.Warning;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a body {@code {"import": ..., "events": [...]}}. An event that breaks a rule does not stop the others. */
final class EventBatchReader {
    private final JsonParser parser;
    private final int maxEvents;
    private final List<Received> events = new ArrayList<>();
    private final List<TokenExposure> tokens = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private @Nullable String importId;
    private boolean eventsSeen;

    EventBatchReader(JsonParser parser, int maxEvents) {
        this.parser = parser;
        this.maxEvents = maxEvents;
    }

    EventBatch read() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw InvalidInputException.of(FaultCode.TYPE_INVALID, "body", shownToken(), "an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            readField(parser.currentName());
        }
        if (parser.nextToken() != null) {
            throw InvalidInputException.of(FaultCode.JSON_MALFORMED, "json", "text after the value", "one JSON value");
        }
        if (!eventsSeen) {
            throw InvalidInputException.of(FaultCode.FIELD_MISSING, "events", "absent", "required");
        }
        return new EventBatch(importId, events, tokens, rejected, warnings);
    }

    private void readField(String name) throws IOException {
        JsonToken token = parser.nextToken();
        if (name.equals("events")) {
            if (token != JsonToken.START_ARRAY) {
                throw InvalidInputException.of(FaultCode.TYPE_INVALID, "events", shownToken(), "a list");
            }
            if (eventsSeen) {
                throw InvalidInputException.of(FaultCode.JSON_DUPLICATE_NAME, "json", name, "every name once");
            }
            eventsSeen = true;
            readEvents();
        } else if (name.equals("import") && token != JsonToken.VALUE_NULL) {
            if (token != JsonToken.VALUE_STRING) {
                throw InvalidInputException.of(FaultCode.TYPE_INVALID, "import", shownToken(), "a text");
            }
            importId = parser.getText();
        } else {
            parser.skipChildren();
        }
    }

    private void readEvents() throws IOException {
        JsonStreamContext list = parser.getParsingContext();
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index == maxEvents) {
                throw InvalidInputException.of(
                        "batch_events", "events", "more than " + maxEvents, "at most " + maxEvents);
            }
            readEvent(list, index++);
        }
    }

    private void readEvent(JsonStreamContext list, int index) throws IOException {
        EventDraft draft = new EventDraft();
        try {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw InvalidInputException.of(FaultCode.TYPE_INVALID, "event", shownToken(), "an object");
            }
            new EventReader(parser, draft).read();
            if (draft.isToken()) {
                tokens.add(draft.buildToken(index));
                return;
            }
            Event event = draft.build();
            draft.warn(index, event, warnings);
            events.add(new Received(index, event));
        } catch (InvalidInputException e) {
            skipRest(list, draft);
            rejected.add(new Rejected(index, draft.goodId(), e.code(), String.valueOf(e.getMessage())));
        }
    }

    /** Goes to the end of the broken event, wherever in it the parser stands, and picks its id up on the way. */
    private void skipRest(JsonStreamContext list, EventDraft draft) throws IOException {
        while (parser.getParsingContext() != list) {
            JsonToken token = parser.nextToken();
            boolean inEvent = parser.getParsingContext().getParent() == list;
            if (inEvent && token == JsonToken.VALUE_STRING && "id".equals(parser.currentName())) {
                draft.id = parser.getText();
            }
        }
    }

    private String shownToken() throws IOException {
        return EventReader.shown(parser);
    }
}
