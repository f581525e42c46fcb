package io.touchstone.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a record which of its fields are always there: those that are not {@code @Nullable}. Null is never written, and a
 * request leaves out what may be null, so a nullable field is one that may be absent.
 */
final class RequiredComponents implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            require(raw, model(resolved, context));
        }
        return resolved;
    }

    private static @Nullable Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null ? resolved : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
    }

    private static void require(Class<?> type, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String field = field(component);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable && model.getProperties().containsKey(field)) {
                required.add(field);
            }
        }
        if (!required.isEmpty()) {
            model.setRequired(required);
        }
    }

    private static String field(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || Objects.equals(renamed.value(), JsonProperty.USE_DEFAULT_NAME)
                ? component.getName()
                : renamed.value();
    }
}
