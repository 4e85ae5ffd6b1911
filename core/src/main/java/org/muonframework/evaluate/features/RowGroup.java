package org.muonframework.evaluate.features;

import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * Rows that are looked at together.
 *
 * @param name the class; empty for all rows
 * @param rows indices of the rows, ascending
 */
record RowGroup(String name, int[] rows) {

    /** One group a class, or one of all rows where nothing is classified. */
    static List<RowGroup> of(Sample sample, Task task) {
        if (!task.classifies()) {
            return List.of(new RowGroup("", IntStream.range(0, sample.rows()).toArray()));
        }
        return IntStream.range(0, task.classes().size())
                .mapToObj(c -> new RowGroup(task.classes().get(c), ofClass(sample.labels(), c)))
                .toList();
    }

    private static int[] ofClass(int[] labels, int which) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == which).toArray();
    }

    /** At most so many rows, spread evenly. */
    RowGroup atMost(int most) {
        if (rows.length <= most) {
            return this;
        }
        int[] some = new int[most];
        for (int i = 0; i < most; i++) {
            some[i] = rows[(int) ((i + 0.5) * rows.length / most)];
        }
        return new RowGroup(name, some);
    }

    /** How a sentence names it: {@code class signal}. */
    String text() {
        return name.isEmpty() ? "all rows" : "class " + name;
    }
}
