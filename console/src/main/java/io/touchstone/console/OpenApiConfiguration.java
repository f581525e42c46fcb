package io.touchstone.console;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.touchstone.console.access.Operator;
import io.touchstone.console.experiment.ExperimentRequest;
import io.touchstone.console.idempotency.IdempotentCreations;
import io.touchstone.console.json.JsonPatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document at {@code /api/v1/openapi.json}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/touchstone/console/openapi.properties")
public class OpenApiConfiguration {
    private static final String BEARER = "operatorToken";
    private static final String COOKIE = "session";
    private static final String ANY = "any JSON value";
    private static final String API_KEY = "apiKey";

    @Bean
    OpenAPI openApi() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(JsonNode.class, new Schema<>().description(ANY))
                .replaceWithClass(JsonPatch.class, ExperimentRequest.class)
                .addRequestWrapperToIgnore(ServerHttpRequest.class, Operator.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Touchstone")
                        .version("v1")
                        .description("Errors are application/problem+json with a stable `code`.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                COOKIE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("touchstone_session"))
                        // Of the data plane's routes, which are in the document where it runs in the same process.
                        .addSecuritySchemes(
                                API_KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key"))
                        .addSchemas("Problem", problem()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .addSecurityItem(new SecurityRequirement().addList(COOKIE));
    }

    /** Which fields are required. */
    @Bean
    ModelConverter requiredComponents() {
        return new RequiredComponents();
    }

    /** Any JSON value has no type; the library makes an object of it, which a text is not. */
    @Bean
    OpenApiCustomizer untypedJson() {
        return document -> document.getComponents().getSchemas().values().stream()
                .map(OpenApiConfiguration::properties)
                .flatMap(properties -> properties.values().stream())
                .filter(property -> ANY.equals(property.getDescription()))
                .forEach(property -> {
                    property.setType(null);
                    property.setTypes(null);
                });
    }

    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        Map<String, Schema<?>> properties = new HashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(properties::put);
        }
        return properties;
    }

    /** Creations may be repeated by key; the code reads the header where it reads the request. */
    @Bean
    OperationCustomizer idempotencyKeyHeader() {
        return (operation, method) -> {
            if (method.getMethod().getName().startsWith("create")) {
                operation.addParametersItem(new HeaderParameter()
                        .name(IdempotentCreations.HEADER)
                        .required(false)
                        .schema(new Schema<String>().type("string").maxLength(255)));
            }
            return operation;
        };
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        for (String field : List.of("type", "title", "code", "detail", "field")) {
            problem.addProperty(field, new Schema<String>().type("string"));
        }
        problem.addProperty("status", new Schema<Integer>().type("integer"));
        problem.setRequired(List.of("type", "title", "status", "code", "detail"));
        return problem;
    }
}
