package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.run.compare.Comparison;
import org.muonframework.run.report.ValueTable;
import org.muonframework.run.result.AucContrast;

/**
 * A comparison in a few lines.
 *
 * @param comparison what to tell
 */
record ComparisonText(Comparison comparison) {

    void print(PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(comparison.values().columns());
        if (comparison.models().size() == 2) {
            head.add("difference");
        }
        lines.add(head);
        for (ValueTable.Row row : comparison.headline()) {
            List<String> line = new ArrayList<>(List.of(row.label()));
            row.texts().stream().map(PlainText::of).forEach(line::add);
            comparison.difference(row).map(PlainText::of).ifPresent(line::add);
            lines.add(line);
        }
        columns(lines).forEach(out::println);
        for (AucContrast contrast : comparison.contrasts()) {
            out.println("AUC" + (contrast.name().isEmpty() ? "" : " of " + contrast.name()) + ", " + contrast.model()
                    + " − " + contrast.against() + ": " + PlainText.of(contrast.text()) + " ("
                    + PlainText.of(contrast.basis()) + ")");
        }
        comparison.warnings().forEach(warning -> out.println("note: " + warning));
    }

    private static List<String> columns(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), line.get(i).length()));
            }
        }
        return lines.stream()
                .map(line -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < line.size(); i++) {
                        text.append(line.get(i))
                                .append(" ".repeat(widths.get(i) - line.get(i).length() + 2));
                    }
                    return text.toString().stripTrailing();
                })
                .toList();
    }
}
