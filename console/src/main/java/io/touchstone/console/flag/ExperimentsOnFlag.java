package io.touchstone.console.flag;

import io.touchstone.console.project.Environment;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Which experiments a rule of a flag may name; experiments know flags, so flags know them by this interface only. */
public interface ExperimentsOnFlag {

    /** Keys of the experiments of the environment that stand on the flag. */
    Mono<Set<String>> keysOnFlag(Environment environment, String flag);
}
