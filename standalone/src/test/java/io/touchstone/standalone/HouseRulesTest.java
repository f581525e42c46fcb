package io.touchstone.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rules of style that a review would otherwise have to repeat; each message names the way out. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = House.classes();

    /** Where a decision is made: a function of its arguments. */
    private static final String EVALUATOR = "io.touchstone.core.evaluation..";

    private static final Set<String> READS_THE_WORLD =
            Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random", "getenv", "getProperty");

    private static final DescribedPredicate<JavaClass> TRANSPORT = resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.springframework.r2dbc..",
                    "org.springframework.data..",
                    "org.apache.kafka..",
                    "reactor.kafka..",
                    "reactor.netty..",
                    "io.netty..",
                    "io.r2dbc..",
                    "java.sql..",
                    "java.net.http..")
            .as("transport types");

    @Test
    void evaluator_readsNothingButItsArguments() {
        noClasses()
                .that()
                .resideInAPackage(EVALUATOR)
                .should()
                .dependOnClassesThat(belongToAnyOf(
                                Clock.class,
                                Random.class,
                                RandomGenerator.class,
                                ThreadLocal.class,
                                System.Logger.class)
                        .or(resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.io..", "java.net.."))
                        .or(resideInAPackage("java.nio..").and(describe("not a charset", HouseRulesTest::isNotCharset)))
                        .as("clocks, randomness, I/O, thread-locals or logging"))
                .allowEmptyShould(true)
                .because("every SDK must decide alike: pass time and attributes in, return reasons instead of logging")
                .check(HOUSE);
    }

    @Test
    void evaluator_callsNoClockOrRandomSource() {
        noClasses()
                .that()
                .resideInAPackage(EVALUATOR)
                .should()
                .callMethodWhere(describe("time, randomness or environment is read", HouseRulesTest::readsTheWorld))
                .allowEmptyShould(true)
                .because("the time of an evaluation is an argument")
                .check(HOUSE);
    }

    /** Records, enums and sealed interfaces are the domain here: they stand in their feature, beside its endpoint. */
    @Test
    void domainTypes_knowNoTransport() {
        noClasses()
                .that(describe("are public records, enums or sealed interfaces", HouseRulesTest::isDomainType))
                .should()
                .dependOnClassesThat(TRANSPORT)
                .because("the endpoint or adapter beside the record does the mapping")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void reactorKafka_staysBehindTwoClasses() {
        Set<String> users = new TreeSet<>();
        HOUSE.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("reactor.kafka")))
                .forEach(type -> users.add(outermost(type).getName()));
        assertThat(users)
                .as("reactor-kafka is at its end: one class sends, one receives (docs/design-decisions.md)")
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(name -> name.startsWith("io.touchstone.assignment."));
    }

    @Test
    void packages_areFeatures() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..controllers..",
                        "..service..",
                        "..services..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..helpers..",
                        "..impl..",
                        "..dto..")
                .because(
                        "a package is named after a feature; endpoint, use case, port and adapter stand in it together")
                .check(HOUSE);
    }

    @Test
    void classes_areNamedAfterWhatTheyAre() {
        noClasses()
                .should(have(nameMatching(".*(Utils?|Common|Helper|Manager|Impl)(\\$.*)?")))
                .because("name the concept; a word that fits everything says nothing")
                .check(HOUSE);
    }

    @Test
    void packages_areNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            boolean marked = type.getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            if (!marked) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked)
                .as("packages without @NullMarked in a package-info.java")
                .isEmpty();
    }

    @Test
    void productionCode_printsNothing() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.touchstone.standalone..", "io.touchstone.migrations..")
                .should(ACCESS_STANDARD_STREAMS)
                .because("only the two command lines talk to a terminal; all else logs")
                .check(HOUSE);
    }

    private static boolean isNotCharset(JavaClass type) {
        return !type.getPackageName().equals("java.nio.charset");
    }

    private static boolean readsTheWorld(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        return READS_THE_WORLD.contains(target.getName())
                && (target.getOwner().getPackageName().equals("java.time")
                        || target.getOwner().isAssignableTo(UUID.class)
                        || target.getOwner().isEquivalentTo(System.class)
                        || target.getOwner().isEquivalentTo(Math.class)
                        || target.getOwner().isEquivalentTo(StrictMath.class)
                        || target.getOwner().isEquivalentTo(Instant.class));
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static boolean isDomainType(JavaClass type) {
        boolean sealedInterface = type.isInterface() && type.reflect().isSealed();
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isTopLevelClass()
                && (type.isRecord() || type.isEnum() || sealedInterface);
    }
}
