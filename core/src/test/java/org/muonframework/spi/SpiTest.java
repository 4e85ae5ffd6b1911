package org.muonframework.spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.SourceCompiler;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.simulation.BlockDataset;
import org.muonframework.spi.train.RowGenerator;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingContext;

/**
 * What a plugin must implement, method by method. A plugin that was built before must go on working: a new method is
 * {@code default}. Whoever has to change this list raises the major number of {@link SpiVersion#CURRENT}.
 */
@DisplayName("The interfaces of plugins")
class SpiTest {

    private static final Set<Class<?>> IMPLEMENTED_BY_THE_FRAMEWORK =
            Set.of(Reprediction.class, Context.class, ModelContext.class, TrainingContext.class);

    static Stream<Arguments> implementedByPlugins() {
        return Stream.of(
                Arguments.of(Provider.class, List.of("String name()", "String description()", "Class settings()")),
                Arguments.of(DatasetProvider.class, List.of("Dataset create(Record, Context)")),
                Arguments.of(TransformProvider.class, List.of("Transform create(Record, Context)")),
                Arguments.of(ModelProvider.class, List.of("Model create(Record, ModelContext)")),
                Arguments.of(
                        TrainerProvider.class,
                        List.of("Trainer create(Record, Context)", "TrainedModel load(Path, Model, Context)")),
                Arguments.of(MetricProvider.class, List.of("Metric create(Record, Context)")),
                Arguments.of(DisplayProvider.class, List.of("EventDisplay create(Record, Context)")),
                Arguments.of(AnalysisProvider.class, List.of("String name()", "String description()")),
                Arguments.of(Dataset.class, List.of("Schema schema()", "BatchReader open(Set)")),
                Arguments.of(BatchReader.class, List.of("Optional next()", "void close()")),
                Arguments.of(Transform.class, List.of("List inputs()", "List columns()", "Map apply(Batch)")),
                Arguments.of(Loss.Custom.class, List.of("String name()", "LossCourse begin()")),
                Arguments.of(LossCourse.class, List.of("double evaluate(LossBatch, float[])")),
                Arguments.of(Model.class, List.of("String family()", "String summary()")),
                Arguments.of(
                        Trainer.class,
                        List.of(
                                "Optional objection(Model)",
                                "TrainedModel train(Model, TrainingData, TrainingContext)")),
                Arguments.of(
                        TrainedModel.class,
                        List.of(
                                "Task task()",
                                "float[][] predict(Features)",
                                "History history()",
                                "void save(Path)",
                                "void close()")),
                Arguments.of(RowGenerator.class, List.of("List columns()", "int codes()", "float[][] make(float[][])")),
                Arguments.of(Metric.class, List.of("MetricResult evaluate(Evaluation)")),
                Arguments.of(
                        EventDisplay.class,
                        List.of("Optional objection(Schema)", "Set columns(Schema)", "Scene scene(Event)")),
                Arguments.of(BlockDataset.Simulation.class, List.of("Map simulate(long, int, Set, RandomGenerator)")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("implementedByPlugins")
    void demandNoMoreThanTheyAlwaysDid(Class<?> type, List<String> methods) {
        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()))
                        .map(SpiTest::signature))
                .containsExactlyInAnyOrderElementsOf(methods);
    }

    @Test
    void areAllListedHere() {
        Set<String> listed = new TreeSet<>();
        implementedByPlugins()
                .forEach(arguments -> listed.add(((Class<?>) arguments.get()[0]).getName()));
        IMPLEMENTED_BY_THE_FRAMEWORK.forEach(type -> listed.add(type.getName()));

        assertThat(openInterfaces()).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void haveTheVersionThatThisListWasMadeFor() {
        assertThat(SpiVersion.CURRENT.major()).isEqualTo(2);
    }

    /** Interfaces that a class outside may implement. */
    private static Set<String> openInterfaces() {
        return new ClassFileImporter()
                .importPath(SourceCompiler.placeOf(SpiVersion.class)).stream()
                        .filter(type -> type.getPackageName().startsWith("org.muonframework.spi"))
                        .filter(type -> type.isInterface() && !type.isAnnotation())
                        .map(JavaClass::reflect)
                        .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isSealed())
                        .map(Class::getName)
                        .collect(Collectors.toSet());
    }

    private static String signature(Method method) {
        return method.getReturnType().getSimpleName() + " " + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
