package org.muonframework.evaluate.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.train.Search;

/** What searches of settings found, as values and figures under the name {@value #NAME}. */
public final class GridFindings {

    /** What stands in the place of a metric's name. */
    public static final String NAME = "grid";

    /** The validation loss of each point, with its standard error. */
    public static final String LOSS = "grid-loss";

    /** The same of the point that was chosen. */
    public static final String BEST = "grid-best-loss";

    /** The key of the number of a point, from 1. */
    public static final String POINT = "grid-point";

    /** The key of the region that was searched for. */
    public static final String REGION = "region";

    /** The key of the fold whose model was searched for. */
    public static final String FOLD = "fold";

    private GridFindings() {}

    /**
     * Of one training, or of the trainings of all folds.
     *
     * @param folds the searches of each training: of all rows, or one of each region
     */
    public static MetricResult of(List<List<Search>> folds) {
        return folds.size() == 1 ? ofSplit(folds.get(0)) : ofFolds(folds);
    }

    private static MetricResult ofSplit(List<Search> searches) {
        Findings findings = new Findings();
        searches.forEach(search -> addValues(search, Map.of(), findings));
        for (Search search : searches) {
            findings.note(sentence(search));
        }
        addFigures(searches, findings);
        return findings.result();
    }

    /** The values of each fold, and figures of the means over them. */
    private static MetricResult ofFolds(List<List<Search>> folds) {
        Findings findings = new Findings();
        for (int fold = 0; fold < folds.size(); fold++) {
            for (Search search : folds.get(fold)) {
                addValues(search, Map.of(FOLD, String.valueOf(fold)), findings);
            }
        }
        addFigures(
                IntStream.range(0, folds.get(0).size())
                        .mapToObj(number -> mean(
                                folds.stream().map(ofFold -> ofFold.get(number)).toList()))
                        .toList(),
                findings);
        return findings.result();
    }

    private static void addValues(Search search, Map<String, String> more, Findings findings) {
        for (int point = 0; point < search.points().size(); point++) {
            findings.add(value(LOSS, search, point, more));
        }
        findings.add(value(BEST, search, search.best(), more));
    }

    private static MetricValue value(String name, Search search, int number, Map<String, String> more) {
        Search.Point point = search.points().get(number);
        Map<String, String> keys = new LinkedHashMap<>(more);
        keys.put(POINT, String.valueOf(number + 1));
        if (!search.region().isEmpty()) {
            keys.put(REGION, search.region());
        }
        for (int key = 0; key < search.keys().size(); key++) {
            keys.put(search.keys().get(key), point.values().get(key));
        }
        return new MetricValue(
                name,
                Part.TRAINING,
                point.loss(),
                point.loss() - point.error(),
                point.loss() + point.error(),
                "",
                keys);
    }

    private static String sentence(Search search) {
        Search.Point best = search.points().get(search.best());
        List<String> settings = new ArrayList<>();
        for (int key = 0; key < search.keys().size(); key++) {
            settings.add(search.keys().get(key) + " = " + best.values().get(key));
        }
        long near = search.points().stream()
                .filter(point -> point != best && point.loss() <= best.loss() + best.error())
                .count();
        return String.format(
                Locale.ROOT,
                "%sthe best of %d points is %s, with a loss of %.5f ± %.5f in %d folds; %d other%s within its error",
                search.region().isEmpty() ? "" : search.region() + ": ",
                search.points().size(),
                String.join(", ", settings),
                best.loss(),
                best.error(),
                search.folds(),
                near,
                near == 1 ? " is" : "s are");
    }

    private static void addFigures(List<Search> searches, Findings findings) {
        for (int number = 0; number < searches.size(); number++) {
            String name = searches.size() == 1 ? NAME : NAME + "-region-" + (number + 1);
            findings.add(new GridFigure(name, searches.get(number)).figure());
        }
    }

    /** The mean of the losses and of their errors: the folds share rows. */
    private static Search mean(List<Search> folds) {
        Search first = folds.get(0);
        List<Search.Point> points = new ArrayList<>();
        int best = 0;
        for (int point = 0; point < first.points().size(); point++) {
            int number = point;
            points.add(new Search.Point(
                    first.points().get(point).values(),
                    folds.stream()
                            .mapToDouble(search -> search.points().get(number).loss())
                            .average()
                            .orElseThrow(),
                    folds.stream()
                            .mapToDouble(search -> search.points().get(number).error())
                            .average()
                            .orElseThrow()));
            best = points.get(point).loss() < points.get(best).loss() ? point : best;
        }
        return new Search(first.region(), first.folds(), first.keys(), points, best);
    }
}
