package org.muonframework.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;

/**
 * What figures of several models show of none of them: reference lines, and dashed curves that are the same in all.
 *
 * @param curves labels of those curves
 */
record CommonMarks(Set<String> curves) {

    /** Of the marks that are compared. */
    static CommonMarks of(List<Figure> figures) {
        return new CommonMarks(figures.get(0).compared().stream()
                .filter(mark -> isDashed(mark) && !mark.label().isEmpty())
                .filter(mark -> figures.stream()
                        .allMatch(figure -> figure.compared().stream().anyMatch(other -> same(mark, other))))
                .map(Mark::label)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a mark is of no model. */
    boolean has(Mark mark) {
        return mark instanceof Mark.Reference || (isDashed(mark) && curves.contains(mark.label()));
    }

    /** Whether one of the marks draws what another draws already. */
    static boolean drawn(List<Mark> marks, Mark mark) {
        return marks.stream().anyMatch(other -> same(mark, other));
    }

    private static boolean isDashed(Mark mark) {
        return mark instanceof Mark.Curve curve && curve.dashed();
    }

    private static boolean same(Mark one, Mark other) {
        return one instanceof Mark.Curve a && other instanceof Mark.Curve b
                ? a.label().equals(b.label())
                        && a.dashed() == b.dashed()
                        && Arrays.equals(a.x(), b.x())
                        && Arrays.equals(a.y(), b.y())
                        && Arrays.equals(a.low(), b.low())
                        && Arrays.equals(a.high(), b.high())
                : one.equals(other);
    }
}
