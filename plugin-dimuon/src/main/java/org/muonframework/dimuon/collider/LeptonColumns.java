package org.muonframework.dimuon.collider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;

/**
 * The columns of leptons among those of a dataset, in the layouts of public files: with one number in a row {@code pt1,
 * eta1, phi1, Q1, pt2, …} or {@code muon1_px, …}, with lists {@code Muon_pt, Muon_eta, Muon_phi, Muon_charge} or {@code
 * muons_px, …}. Capitals do not matter.
 *
 * @param groups the columns of one lepton, or of a list of them
 */
record LeptonColumns(List<Group> groups) {

    private static final Pattern NAME = Pattern.compile(
            "(?:(mu|muons?|globalmuons?|e|el|electrons?|leptons?)(\\d*)_)?"
                    + "(pt|eta|phi|px|py|pz|q|charge|pid|pdgid)(\\d*)",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> CYLINDER = List.of("pt", "eta", "phi");
    private static final List<String> CARTESIAN = List.of("px", "py", "pz");
    private static final double ELECTRON_ID = 11;

    /**
     * Columns that belong together.
     *
     * @param kind how they begin: {@code muon}, or nothing
     * @param columns the columns by what they hold, such as {@code pt}
     */
    record Group(String kind, Map<String, String> columns) {

        boolean complete() {
            return columns.containsKey("q") && (has(CYLINDER) || has(CARTESIAN));
        }

        private boolean has(List<String> fields) {
            return columns.keySet().containsAll(fields);
        }

        private Set<String> read() {
            Set<String> read = new LinkedHashSet<>();
            (has(CYLINDER) ? CYLINDER : CARTESIAN).forEach(field -> read.add(columns.get(field)));
            read.add(columns.get("q"));
            if (columns.containsKey("pid")) {
                read.add(columns.get("pid"));
            }
            return read;
        }

        private List<Lepton> leptons(Event event) {
            boolean cylinder = has(CYLINDER);
            List<double[]> values = new ArrayList<>();
            (cylinder ? CYLINDER : CARTESIAN).forEach(field -> values.add(event.numbers(columns.get(field))));
            double[] charges = event.numbers(columns.get("q"));
            double[] ids = columns.containsKey("pid") ? event.numbers(columns.get("pid")) : new double[0];
            int count = values.stream().mapToInt(list -> list.length).reduce(charges.length, Math::min);
            List<Lepton> leptons = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                boolean electron = i < ids.length ? Math.abs(ids[i]) == ELECTRON_ID : kind.startsWith("e");
                double a = values.get(0)[i];
                double b = values.get(1)[i];
                double c = values.get(2)[i];
                leptons.add(
                        cylinder
                                ? new Lepton(electron, charges[i], a, b, c)
                                : Lepton.ofMomentum(electron, charges[i], a, b, c));
            }
            return leptons;
        }
    }

    LeptonColumns {
        groups = List.copyOf(groups);
    }

    /** The groups that are complete; of global muons and muons the muons. */
    static LeptonColumns of(Schema schema) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        for (ColumnSpec column : schema.columns()) {
            Matcher name = NAME.matcher(column.name());
            if (column.type().isNumeric() && name.matches()) {
                String kind = name.group(1) == null ? "" : name.group(1).toLowerCase(Locale.ROOT);
                String group = kind + (name.group(2) == null ? "" : name.group(2)) + " " + name.group(4);
                kinds.put(group, kind);
                columns.computeIfAbsent(group, key -> new LinkedHashMap<>())
                        .putIfAbsent(field(name.group(3)), column.name());
            }
        }
        List<Group> complete = new ArrayList<>();
        columns.forEach((group, own) -> complete.add(new Group(kinds.get(group), own)));
        complete.removeIf(group -> !group.complete());
        boolean muons = complete.stream().anyMatch(group -> group.kind().startsWith("mu"));
        complete.removeIf(group -> muons && group.kind().startsWith("global"));
        return new LeptonColumns(complete);
    }

    private static String field(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "q", "charge" -> "q";
            case "pid", "pdgid" -> "pid";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    /** The names of all of them. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        groups.forEach(group -> names.addAll(group.read()));
        return names;
    }

    /** The leptons of an event that can be drawn. */
    List<Lepton> leptons(Event event) {
        return groups.stream()
                .flatMap(group -> group.leptons(event).stream())
                .filter(Lepton::drawable)
                .toList();
    }
}
