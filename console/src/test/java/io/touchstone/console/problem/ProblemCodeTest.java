package io.touchstone.console.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    @Test
    void codes_standInTheDocumentWithTheirStatus() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "formats", "problems.md"));

        assertThat(Arrays.stream(ProblemCode.values())
                        .map(code -> "| `" + code.code() + "` | " + code.status() + " |")
                        .filter(row -> !document.contains(row)))
                .isEmpty();
    }
}
