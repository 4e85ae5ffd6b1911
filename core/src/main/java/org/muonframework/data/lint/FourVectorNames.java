package org.muonframework.data.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;

/**
 * Names of the columns of one particle: {@code E1, px1, py1, pz1}, {@code Muon_Px}, {@code muons/px}.
 *
 * @param px name of the x component
 * @param py name of the y component
 * @param pz name of the z component, if there is one
 * @param energy name of the energy, if there is one
 * @param pt name of the transverse momentum, if there is one
 * @param mass name of the mass, if there is one
 * @param muon whether the name says that it is a muon
 */
record FourVectorNames(
        String px,
        String py,
        Optional<String> pz,
        Optional<String> energy,
        Optional<String> pt,
        Optional<String> mass,
        boolean muon) {

    private static final Pattern PX = Pattern.compile("px", Pattern.CASE_INSENSITIVE);
    private static final Pattern MUON = Pattern.compile("(?i)(^|[^a-z])mu(on)?s?([^a-z]|px|$)");

    /** All particles of a schema that have px and py. */
    static List<FourVectorNames> in(Schema schema) {
        List<FourVectorNames> found = new ArrayList<>();
        for (ColumnSpec column : schema.columns()) {
            Matcher matcher = PX.matcher(column.name());
            while (column.type().isNumeric() && matcher.find()) {
                Names names = new Names(schema, column, matcher.start());
                boolean upper = Character.isUpperCase(matcher.group().charAt(1));
                names.like(upper ? "PY" : "py").ifPresent(py -> found.add(names.vector(py, upper)));
            }
        }
        return found;
    }

    /** The columns named. */
    Set<String> columns() {
        Set<String> names = new TreeSet<>(Set.of(px, py));
        Stream.of(pz, energy, pt, mass).forEach(name -> name.ifPresent(names::add));
        return names;
    }

    /**
     * Names that differ from that of px in the component alone.
     *
     * @param px the column of px
     * @param at where the component stands in its name
     */
    private record Names(Schema schema, ColumnSpec px, int at) {

        FourVectorNames vector(String py, boolean upper) {
            return new FourVectorNames(
                    px.name(),
                    py,
                    like(upper ? "PZ" : "pz"),
                    any("E", "e", "energy", "Energy", "ENERGY"),
                    like(upper ? "PT" : "pt"),
                    any("mass", "Mass", "m", "M"),
                    MUON.matcher(px.name()).find());
        }

        /** The name with another component, in the case of the first letter of px: Py beside Px. */
        private Optional<String> like(String component) {
            char first = px.name().charAt(at) == 'P' ? 'P' : 'p';
            return any(first + component.substring(1));
        }

        private Optional<String> any(String... components) {
            String before = px.name().substring(0, at);
            String after = px.name().substring(at + 2);
            return Stream.of(components)
                    .map(component -> before + component + after)
                    .filter(name -> schema.find(name)
                            .filter(column -> column.type().isNumeric() && column.jagged() == px.jagged())
                            .isPresent())
                    .findFirst();
        }
    }
}
