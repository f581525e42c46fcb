package io.touchstone.core.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The cross-language vectors. */
final class Vectors {
    private Vectors() {}

    /** The document, its header checked. */
    static Fields read(String name) {
        Fields document = Fields.of("", CanonicalJson.read(bytes(name)));
        assertThat(document.integer("schema", 1, 1)).isEqualTo(1);
        assertThat(document.text("provenance")).isNotBlank();
        assertThat(document.text("specification")).startsWith("docs/formats/");
        return document;
    }

    /** A list of texts that no strict reader takes, because they hold lone surrogates. */
    static List<String> loneSurrogates() {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(bytes("bucketing-invalid.json"))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "id".equals(parser.currentName())) {
                    texts.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
