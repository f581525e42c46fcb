package io.touchstone.assignment.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.input.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ApiCodeTest {
    private final String document = Files.readString(Path.of("..", "docs", "formats", "problems.md"));

    ApiCodeTest() throws IOException {}

    @Test
    void codes_standInTheDocumentWithTheirStatus() {
        assertThat(Arrays.stream(ApiCode.values())
                        .map(code -> "| `" + code.code() + "` | " + code.status() + " |")
                        .filter(row -> !document.contains(row)))
                .isEmpty();
    }

    @Test
    void sharedCodes_standInTheDocument() {
        assertThat(Arrays.stream(FaultCode.values())
                        .map(FaultCode::code)
                        .filter(code -> !document.contains("`" + code + "`")))
                .isEmpty();
    }
}
