package io.touchstone.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module may know which: the arrows of docs/design-decisions.md, and nothing beside them. */
class AllowedArrowsTest {

    /** Module package to the sibling packages that it may use. A module that is not listed has no place in the house. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("client", Set.of("core")),
            Map.entry("openfeature", Set.of("core", "client")),
            Map.entry("model", Set.of("core")),
            Map.entry("statistics", Set.of()),
            Map.entry("pipeline", Set.of("model", "core")),
            Map.entry("report", Set.of("model", "statistics")),
            Map.entry("assignment", Set.of("core", "model")),
            Map.entry("console", Set.of("core", "model", "report")),
            Map.entry("migrations", Set.of()),
            Map.entry("embedded", Set.of()),
            Map.entry(
                    "standalone",
                    Set.of(
                            "core",
                            "client",
                            "openfeature",
                            "model",
                            "statistics",
                            "pipeline",
                            "report",
                            "assignment",
                            "console",
                            "migrations",
                            "embedded")));

    private static final JavaClasses HOUSE = House.classes();

    static Set<String> modules() {
        return new TreeSet<>(ARROWS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void module_usesOnlyAllowedSiblings(String module) {
        DescribedPredicate<JavaClass> foreign = resideInAPackage("io.touchstone..")
                .and(not(resideInAPackage(packagesOf(module))))
                .and(not(resideInAnyPackage(
                        ARROWS.get(module).stream().map(House::packagesOf).toArray(String[]::new))))
                .as("siblings other than " + new TreeSet<>(ARROWS.get(module)));
        noClasses()
                .that()
                .resideInAPackage(packagesOf(module))
                .should()
                .dependOnClassesThat(foreign)
                .because("an arrow is added in AllowedArrowsTest and docs/design-decisions.md, with its reason, first")
                .check(HOUSE);
    }

    @Test
    void everyClass_belongsToAListedModule() {
        Set<String> found = new TreeSet<>();
        HOUSE.forEach(c -> found.add(c.getPackageName().split("\\.", -1)[2]));
        assertThat(found).isEqualTo(modules());
    }

    @Test
    void core_knowsJacksonStreamsAndTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("io.touchstone.core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.touchstone.core..", "java..", "com.fasterxml.jackson.core..", "org.jspecify.annotations.."))
                .because("every application that uses the SDK gets its dependencies too")
                .check(HOUSE);
    }

    @Test
    void statistics_knowsCommonsMathAndTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("io.touchstone.statistics..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.touchstone.statistics..",
                        "java..",
                        "org.apache.commons.math3..",
                        "org.jspecify.annotations.."))
                .because("an estimate must be checkable without a framework")
                .check(HOUSE);
    }

    @Test
    void model_knowsNoTransport() {
        classes()
                .that()
                .resideInAPackage("io.touchstone.model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.touchstone.model..",
                        "io.touchstone.core..",
                        "java..",
                        "com.fasterxml.jackson.core..",
                        "org.jspecify.annotations.."))
                .because("each plane reads the published documents with its own transport")
                .check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void features_haveNoCycles(String module) {
        SlicesRuleDefinition.slices()
                .matching("io.touchstone." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("two features that need each other are one feature, or want a third")
                .check(HOUSE);
    }

    private static String packagesOf(String module) {
        return House.packagesOf(module);
    }
}
