package io.touchstone.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.report.ReportRoutes;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiTest {
    private final JsonNode document =
            ConsoleClient.nobody().get("/api/v1/openapi.json").is(200).json();

    @Test
    void document_listsEveryRouteThatIsServed() {
        Set<String> served = new TreeSet<>();
        ConsoleServer.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getName().startsWith("io.touchstone.console.")) {
                        for (var pattern : mapping.getPatternsCondition().getPatterns()) {
                            for (RequestMethod verb :
                                    mapping.getMethodsCondition().getMethods()) {
                                served.add(verb.name().toLowerCase(java.util.Locale.ROOT) + " "
                                        + pattern.getPatternString());
                            }
                        }
                    }
                });

        Set<String> listed = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(verb -> listed.add(verb + " " + path.getKey())));

        served.add("get " + ReportRoutes.PATH);
        served.add("get " + ReportRoutes.SERIES);
        served.add("get " + ReportRoutes.RETENTION);
        assertThat(served).hasSizeGreaterThan(30);
        assertThat(listed).containsExactlyElementsOf(served);
    }

    @Test
    void document_isTheOneThatThePageIsBuiltWith() {
        // The address is the server's own. After a change: save the document over the file, and `npm run api` in
        // console/web.
        JsonNode committed = JsonMapper.shared().readTree(Path.of("web/openapi.json"));
        ObjectNode served = (ObjectNode) document.deepCopy();
        served.remove("servers");
        assertThat(served).isEqualTo(committed);
    }

    @Test
    void document_describesBodiesHeadersAndSecurity() {
        JsonNode create =
                document.at("/paths/~1api~1v1~1projects~1{project}~1environments~1{environment}~1experiments/post");
        assertThat(create.at("/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/ExperimentRequest");
        assertThat(create.path("parameters").findValuesAsString("name")).contains("Idempotency-Key", "project");
        JsonNode patch = document.at(
                "/paths/~1api~1v1~1projects~1{project}~1environments~1{environment}~1experiments~1{experiment}/patch");
        assertThat(patch.path("parameters").findValuesAsString("name")).contains("If-Match");
        assertThat(patch.at("/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/ExperimentRequest");
        assertThat(document.at("/components/schemas/DesignVariant/properties/weight/type")
                        .asString())
                .isEqualTo("integer");
        assertThat(document.at("/components/schemas").propertyNames())
                .doesNotContain("JsonNode", "ObjectNode", "Operator");
        assertThat(document.at("/components/securitySchemes/operatorToken/scheme")
                        .asString())
                .isEqualTo("bearer");
    }
}
