package io.touchstone.core.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VectorsReferenceTest {
    private static final Path REFERENCE = Path.of("src", "test", "vectors-reference");

    @Test
    void vectors_recomputedByTheReference_areTheFiles() throws Exception {
        assumeTrue(hasPython(), "no python3 on this machine");

        Process check = python("make_vectors.py", "check", "../resources/vectors");
        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(output).isZero();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            Process version = python("-c", "import sys; sys.exit(sys.version_info < (3, 9))");
            version.getInputStream().readAllBytes();
            return version.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process python(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 2];
        command[0] = "python3";
        command[1] = "-B";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        File folder = REFERENCE.toFile();
        return new ProcessBuilder(command)
                .directory(folder)
                .redirectErrorStream(true)
                .start();
    }
}
