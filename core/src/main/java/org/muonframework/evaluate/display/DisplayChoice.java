package org.muonframework.evaluate.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.Suggestions;

/**
 * The display for some columns.
 *
 * @param name its name
 * @param display the display
 * @param columns the columns that it reads
 */
public record DisplayChoice(String name, EventDisplay display, Set<String> columns) {

    /** So many names of columns are told to who has none that a display knows. */
    private static final int MOST_NAMES = 8;

    public DisplayChoice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(display, "display");
        columns = Set.copyOf(columns);
    }

    /**
     * The display of a name, or of those that can draw the columns the one that reads most of them; of equal ones the
     * first by name.
     *
     * @param displays all displays by their names
     * @param wanted the name of one; empty for whichever can
     * @throws ConfigurationException if there is none of this name, or none that can draw the columns, with what each
     *     needs
     */
    public static DisplayChoice of(Map<String, EventDisplay> displays, Optional<String> wanted, Schema columns) {
        if (wanted.isPresent()) {
            return named(displays, wanted.get(), columns);
        }
        List<Problem> objections = new ArrayList<>();
        DisplayChoice best = null;
        for (Map.Entry<String, EventDisplay> entry : new TreeMap<>(displays).entrySet()) {
            EventDisplay display = entry.getValue();
            Optional<String> objection = display.objection(columns);
            objection.ifPresent(reason -> objections.add(new Problem("display '" + entry.getKey() + "'", reason)));
            if (objection.isEmpty()) {
                DisplayChoice able = new DisplayChoice(entry.getKey(), display, display.columns(columns));
                best = best == null || able.columns.size() > best.columns.size() ? able : best;
            }
        }
        if (best == null) {
            objections.add(0, new Problem("", "no display can draw events of these columns: " + names(columns)));
            throw new ConfigurationException(objections);
        }
        return best;
    }

    private static DisplayChoice named(Map<String, EventDisplay> displays, String name, Schema columns) {
        EventDisplay display = displays.get(name);
        if (display == null) {
            throw new ConfigurationException(
                    "there is no display '" + name + "'." + Suggestions.didYouMean(name, displays.keySet()));
        }
        display.objection(columns).ifPresent(reason -> {
            throw new ConfigurationException("the display '" + name + "' cannot draw events of these columns: it "
                    + reason + "; there are " + names(columns));
        });
        return new DisplayChoice(name, display, display.columns(columns));
    }

    private static String names(Schema columns) {
        List<String> names = columns.names();
        int more = names.size() - MOST_NAMES;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + more + " more";
    }
}
