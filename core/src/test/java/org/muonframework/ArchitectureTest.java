package org.muonframework;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muonframework.spi.SpiVersion;

/** The layers of core, and habits that a compiler does not check. Each rule is shown that it can fail. */
@DisplayName("Architecture")
class ArchitectureTest {

    private static final String ROOT = "org.muonframework.";
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final JavaClasses CORE =
            new ClassFileImporter().importPath(SourceCompiler.placeOf(SpiVersion.class));

    /** A rule, and code that breaks it. */
    @SuppressWarnings("ImmutableEnumChecker") // rules and lists are never changed
    enum Rule {
        SPI_STANDS_ALONE(
                classes()
                        .that()
                        .resideInAPackage(ROOT + "spi..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(ROOT + "spi..", "java..", "org.slf4j..", "ai.djl.nn.."),
                "package org.muonframework.data; public class Table {}",
                "package org.muonframework.spi; class Bad { org.muonframework.data.Table table; }"),

        NOBODY_KNOWS_THE_COMMANDS(
                nothingOutside("cli").should().dependOnClassesThat().resideInAPackage(ROOT + "cli.."),
                "package org.muonframework.cli; public class Main {}",
                "package org.muonframework.run; class Bad { org.muonframework.cli.Main main; }"),

        ONLY_THE_COMMANDS_KNOW_RUNS(
                nothingOutside("cli", "run").should().dependOnClassesThat().resideInAPackage(ROOT + "run.."),
                "package org.muonframework.run; public class Plan {}",
                "package org.muonframework.config; class Bad { org.muonframework.run.Plan plan; }"),

        DATA_KNOWS_NO_LATER_STAGE(
                stage("data", "train", "evaluate", "report"),
                "package org.muonframework.report; public class Page {}",
                "package org.muonframework.data.format; class Bad { org.muonframework.report.Page page; }"),

        TRAINING_KNOWS_NO_OTHER_STAGE(
                stage("train", "data", "evaluate", "report"),
                "package org.muonframework.data; public class Table {}",
                "package org.muonframework.train.neural; class Bad { org.muonframework.data.Table table; }"),

        ONE_ROOM_OF_TRAINING_KNOWS_THE_ENGINES(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "train..")
                        .and()
                        .resideOutsideOfPackage(ROOT + "train.neural.engine..")
                        .and()
                        .doNotHaveSimpleName("EngineLearner")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("ai.djl.engine..", "ai.djl.ndarray..", "ai.djl.training.."),
                "package ai.djl.ndarray; public interface NDArray {}",
                "package org.muonframework.train.neural; class Bad { ai.djl.ndarray.NDArray array; }"),

        EVALUATION_KNOWS_NO_OTHER_STAGE(
                stage("evaluate", "data", "train", "report"),
                "package org.muonframework.train; public class Epoch {}",
                "package org.muonframework.evaluate; class Bad { org.muonframework.train.Epoch epoch; }"),

        REPORTS_KNOW_NO_OTHER_STAGE(
                stage("report", "data", "train", "evaluate"),
                "package org.muonframework.evaluate; public class Roc {}",
                "package org.muonframework.report; class Bad { org.muonframework.evaluate.Roc roc; }"),

        FOUNDATIONS_KNOW_NO_STAGE(
                noClasses()
                        .that()
                        .resideInAnyPackage(within("config", "files", "plugin", "physics", "stats"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(within("data", "train", "evaluate", "report")),
                "package org.muonframework.data; public class Table {}",
                "package org.muonframework.stats; class Bad { org.muonframework.data.Table table; }"),

        ROOT_FILES_STAND_ALONE(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "data.format.root..")
                        .and()
                        .resideOutsideOfPackage(ROOT + "data.format.root.dataset..")
                        .should(dependOnClassesThat(resideInAPackage(ROOT + ".")
                                .and(resideOutsideOfPackage(ROOT + "data.format.root..")
                                        .or(resideInAPackage(ROOT + "data.format.root.dataset.."))))),
                "package org.muonframework.spi; public class Schema {}",
                "package org.muonframework.data.format.root.tree; class Bad { org.muonframework.spi.Schema schema; }"),

        ROOMS_FORM_NO_CYCLE(
                slices().matching(ROOT + "(*)..").should().beFreeOfCycles(),
                "package org.muonframework.config; public class A { org.muonframework.plugin.B b; }",
                "package org.muonframework.plugin; public class B { org.muonframework.config.A a; }"),

        PACKAGES_FORM_NO_CYCLE(
                slices().matching(ROOT + "(**)").should().beFreeOfCycles(),
                "package org.muonframework.data; public class A { org.muonframework.data.format.B b; }",
                "package org.muonframework.data.format; public class B { org.muonframework.data.A a; }"),

        ONLY_THE_COMMANDS_PRINT(
                nothingOutside("cli").should(ACCESS_STANDARD_STREAMS),
                "package org.muonframework.data; class Bad { void bad(Exception e) { e.printStackTrace(); } }"),

        NOTHING_ENDS_THE_JVM_BUT_THE_COMMANDS(
                nothingOutside("cli")
                        .should()
                        .callMethod(System.class, "exit", int.class)
                        .orShould()
                        .callMethod(Runtime.class, "exit", int.class)
                        .orShould()
                        .callMethod(Runtime.class, "halt", int.class),
                "package org.muonframework.run; class Bad { void bad() { System.exit(1); } }"),

        FAILURES_HAVE_A_KIND(
                noClasses().should(THROW_GENERIC_EXCEPTIONS),
                "package org.muonframework.run; class Bad { void bad() { throw new RuntimeException(\"?\"); } }"),

        LOGS_GO_THROUGH_SLF4J(
                noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."),
                "package org.muonframework.run; class Bad { java.util.logging.Logger log; }"),

        NAMES_SAY_WHAT_A_CLASS_IS(
                noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)"),
                "package org.muonframework.run; class RunManager {}"),

        SPI_HAS_NO_VARIABLE_IN_PUBLIC(
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(ROOT + "spi..")
                        .and()
                        .arePublic()
                        .should()
                        .beFinal(),
                "package org.muonframework.spi; public class Bad { public int variable; }"),

        NO_STATIC_VARIABLES(
                fields().that().areStatic().should().beFinal(),
                "package org.muonframework.run; class Bad { private static int count; }");

        private final ArchRule rule;
        private final List<String> violation;

        Rule(ArchRule rule, String... violation) {
            this.rule = rule;
            this.violation = List.of(violation);
        }

        private EvaluationResult on(JavaClasses classes) {
            return rule.allowEmptyShould(true).evaluate(classes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void coreKeepsTheRule(Rule rule) {
        assertThat(rule.on(CORE).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theRuleFindsWhatBreaksIt(Rule rule, @TempDir Path folder) {
        SourceCompiler.compile(rule.violation, List.of(), folder);

        assertThat(rule.on(new ClassFileImporter().importPath(folder)).hasViolation())
                .isTrue();
    }

    @Test
    void theRulesLookAtTheClassesOfCore() {
        assertThat(CORE.contain(SpiVersion.class)).isTrue();
        assertThat(CORE.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct())
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .startsWith("/**"));
        }
    }

    private static GivenClassesConjunction nothingOutside(String... rooms) {
        return noClasses().that().resideOutsideOfPackages(within(rooms));
    }

    private static ArchRule stage(String stage, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(others));
    }

    private static String[] within(String... rooms) {
        return Arrays.stream(rooms).map(room -> ROOT + room + "..").toArray(String[]::new);
    }
}
