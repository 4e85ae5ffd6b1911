package org.muonframework.train.neural.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.SparseImages;

/**
 * Which of a task's columns enter which input of a network, and which of its outputs predict what.
 *
 * @param inputs for each input of the network, positions among the task's features
 * @param truths for each output of the network, what its loss compares it with
 * @param targets for each output of the network, positions among the task's targets, or, of an output without a truth,
 *     among its extras
 * @param widths for each output of the network, its values in a row
 * @param classifier the output that gives the scores, or −1
 * @param images for each input of the network that takes an image, by its number, the position among the task's images
 */
public record ColumnMap(
        List<int[]> inputs,
        List<Loss.Truth> truths,
        List<int[]> targets,
        List<Integer> widths,
        int classifier,
        Map<Integer, Integer> images) {

    /**
     * Connects a network with a task.
     *
     * @throws ConfigurationException if the network needs a column that the task does not have, or leaves a prediction
     *     of the task out
     */
    public static ColumnMap of(Architecture architecture, Task task) {
        List<Problem> problems = new ArrayList<>();
        architecture.objectionsToImages(task).forEach(objection -> problems.add(new Problem("model", objection)));
        List<int[]> inputs = new ArrayList<>();
        for (Architecture.Input input : architecture.inputs()) {
            inputs.add(positions(input.columns(), task.features(), "feature", input.name(), problems));
        }
        List<int[]> targets = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        List<String> missing = new ArrayList<>(task.targets());
        Map<String, Shape> shapes = architecture.shapes();
        int classifier = -1;
        for (Architecture.Output output : architecture.outputs()) {
            int width = Math.toIntExact(shapes.get(output.from()).elements());
            widths.add(width);
            if (output.loss().truth() == Loss.Truth.CLASS) {
                checkClasses(output, width, task, problems);
                classifier = classifier < 0 ? widths.size() - 1 : classifier;
            }
            boolean judged = output.loss().truth() != Loss.Truth.NONE;
            targets.add(
                    judged
                            ? positions(output.columns(), task.targets(), "target", output.name(), problems)
                            : positions(output.columns(), task.extras(), "prediction", output.name(), problems));
            missing.removeAll(output.columns());
        }
        if (!missing.isEmpty()) {
            problems.add(new Problem("model", "the network has no output for the targets " + missing));
        }
        if (task.classifies() && classifier < 0) {
            problems.add(new Problem("model", "the network has no output for the classes " + task.classes()));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        List<Loss.Truth> truths = architecture.outputs().stream()
                .map(output -> output.loss().truth())
                .toList();
        return new ColumnMap(inputs, truths, targets, widths, classifier, images(architecture, task));
    }

    private static Map<Integer, Integer> images(Architecture architecture, Task task) {
        List<String> names = task.images().stream().map(Image::name).toList();
        Map<Integer, Integer> positions = new HashMap<>();
        for (int i = 0; i < architecture.inputs().size(); i++) {
            if (architecture.inputs().get(i).takesImage()) {
                positions.put(i, names.indexOf(architecture.inputs().get(i).name()));
            }
        }
        return positions;
    }

    /** The images of those inputs of the network that take one, by the number of the input. */
    public Map<Integer, SparseImages> imagesOf(List<SparseImages> ofTask) {
        Map<Integer, SparseImages> found = new HashMap<>();
        images.forEach((input, position) -> found.put(input, ofTask.get(position)));
        return Map.copyOf(found);
    }

    private static void checkClasses(Architecture.Output output, int width, Task task, List<Problem> problems) {
        int classes = task.classes().size();
        int told = Math.max(2, width);
        if (classes != told) {
            problems.add(new Problem(
                    "model",
                    "output '" + output.name() + "' tells " + told + " classes apart, not " + classes + " "
                            + task.classes()));
        }
    }

    private static int[] positions(
            List<String> columns, List<String> known, String what, String where, List<Problem> problems) {
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = known.indexOf(columns.get(i));
            if (positions[i] < 0) {
                problems.add(new Problem(
                        "model",
                        "'" + where + "' of the network needs '" + columns.get(i) + "', which is not a " + what
                                + "; there is " + String.join(", ", known)));
            }
        }
        return positions;
    }
}
