package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.standalone.RefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {
    private static final Path HOME = Path.of("/srv/touchstone");

    private static UpOptions parse(String... arguments) {
        return UpOptions.parse(List.of(arguments), Map.of(), HOME);
    }

    @Test
    void parse_nothing_isEverythingOnTheLoopback() {
        UpOptions options = parse();
        assertThat(options.data()).isEqualTo(HOME.resolve("data"));
        assertThat(options.allInOne()).isTrue();
        assertThat(options.listen()).isEqualTo(new UpOptions.Address("127.0.0.1", 8080));
        assertThat(options.embedded()).isEqualTo(new UpOptions.EmbeddedPorts(0, 0));
    }

    @Test
    void parse_bothWaysOfWriting_areTheSame() {
        assertThat(parse("--port", "9000", "--data=/tmp/x")).isEqualTo(parse("--data", "/tmp/x", "--port=9000"));
    }

    @Test
    void parse_environmentAndOption_optionWins() {
        Map<String, String> environment = Map.of("TOUCHSTONE_PORT", "9000", "TOUCHSTONE_HOST", "0.0.0.0");
        UpOptions options = UpOptions.parse(List.of("--port=9001"), environment, HOME);
        assertThat(options.listen()).isEqualTo(new UpOptions.Address("0.0.0.0", 9001));
    }

    @Test
    void parse_onePlane_hasItsOwnPort() {
        assertThat(parse("--plane=database").listen().port()).isEqualTo(5432);
        assertThat(parse("--plane=broker").listen().port()).isEqualTo(9092);
        assertThat(parse("--plane=pipeline").servesHealthOnly()).isFalse();
        assertThat(parse("--plane=pipeline", "--port=9090").servesHealthOnly()).isTrue();
        assertThat(parse("--plane=console").servesHealthOnly()).isFalse();
        assertThat(parse("--plane=assignment").starts(Part.CONSOLE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port=0", "--port=65536", "--port=eighty", "--plane=all", "--colour=red", "up", "--port", "-p"
            })
    void parse_wrongOption_isRefusedByName(String argument) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> parse(argument))
                .satisfies(e -> assertThat(e.code()).isEqualTo("usage"))
                .withMessageContaining(argument.split("=", -1)[0])
                .withMessageContaining("(expected: ");
    }

    @Test
    void parse_optionTwice_isRefused() {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> parse("--port=1", "--port=2"));
    }
}
