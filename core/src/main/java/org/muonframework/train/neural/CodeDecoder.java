package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.train.RowGenerator;
import org.muonframework.train.neural.data.ColumnScale;
import org.muonframework.train.neural.data.RowTable;
import org.muonframework.train.neural.data.Scorer;
import org.muonframework.train.neural.store.NamedTensors;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.weights.ParameterLayout;

/** The part of a trained network behind a node: what it gives for any values of that node. */
final class CodeDecoder implements RowGenerator, AutoCloseable {

    private final List<String> columns;
    private final List<ColumnScale> scales;
    private final int codes;
    private final Scorer scorer;

    private CodeDecoder(List<String> columns, List<ColumnScale> scales, int codes, Scorer scorer) {
        this.columns = columns;
        this.scales = scales;
        this.codes = codes;
        this.scorer = scorer;
    }

    /** The part of a network that gives features back by values of a node alone. */
    static CodeDecoder of(
            String code,
            Architecture architecture,
            NetworkDescription description,
            List<Tensor> parameters,
            Context host) {
        int width = Math.toIntExact(architecture.shapes().get(code).elements());
        List<String> names =
                IntStream.range(0, width).mapToObj(k -> code + "-" + k).toList();
        Set<String> known = new HashSet<>(Set.of(code));
        List<Architecture.Node> nodes = new ArrayList<>();
        for (Architecture.Node node : architecture.nodes()) {
            if (!node.name().equals(code) && known.containsAll(node.from())) {
                known.add(node.name());
                nodes.add(node);
            }
        }
        int number = IntStream.range(0, architecture.outputs().size())
                .filter(i -> architecture.outputs().get(i).scaling() instanceof Scaling.OfInput
                        && known.contains(architecture.outputs().get(i).from()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is made from '" + code + "' alone"));
        Architecture.Output output = architecture.outputs().get(number);
        Architecture.Input start = new Architecture.Input(code, Shape.of(width), names, Scaling.NONE);
        Architecture decoder = new Architecture(List.of(start), nodes, List.of(output));
        Scorer scorer = TrainingPaths.scorer(description, decoder, part(decoder, architecture, parameters), host);
        List<ColumnScale> scales = description.scales().targets().get(number);
        return new CodeDecoder(restored(architecture, output), scales, width, scorer);
    }

    /** The features that an output gives back. */
    private static List<String> restored(Architecture architecture, Architecture.Output output) {
        String input = ((Scaling.OfInput) output.scaling()).input();
        return architecture.inputs().stream()
                .filter(any -> any.name().equals(input))
                .findFirst()
                .orElseThrow()
                .columns();
    }

    /** The parameters of some nodes, named by their new places. */
    private static List<Tensor> part(Architecture part, Architecture whole, List<Tensor> parameters) {
        NamedTensors named = new NamedTensors(parameters);
        Map<String, List<float[]>> values = new HashMap<>();
        for (ParameterLayout.Entry entry : ParameterLayout.of(whole).entries()) {
            values.computeIfAbsent(whole.nodes().get(entry.node()).name(), name -> new ArrayList<>())
                    .add(named.values(entry.name(), entry.shape()));
        }
        Map<String, Iterator<float[]>> left = new HashMap<>();
        values.forEach((node, arrays) -> left.put(node, arrays.iterator()));
        return ParameterLayout.of(part).entries().stream()
                .map(entry -> new Tensor(
                        entry.name(),
                        entry.shape(),
                        left.get(part.nodes().get(entry.node()).name()).next()))
                .toList();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public int codes() {
        return codes;
    }

    @Override
    public float[][] make(float[][] values) {
        if (values.length != codes) {
            throw new IllegalArgumentException("a row is made from " + codes + " numbers, not " + values.length);
        }
        int rows = values[0].length;
        float[][] made = new float[columns.size()][rows];
        Scorer.Source source = (input, from, to, target) -> RowTable.fill(values, List.of(), from, to, target);
        scorer.run(rows, source, (from, to, outputs) -> place(outputs[0], from, to, made));
        return made;
    }

    private void place(float[] outputs, int from, int to, float[][] made) {
        for (int column = 0; column < made.length; column++) {
            for (int row = from; row < to; row++) {
                float value = outputs[(row - from) * made.length + column];
                made[column][row] =
                        scales.isEmpty() ? value : scales.get(column).invert(value);
            }
        }
    }

    @Override
    public void close() {
        scorer.close();
    }
}
