package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.muonframework.data.lint.Finding;
import org.muonframework.data.lint.FindingText;

/**
 * What was found in the data, for people: the most severe first, each with an example row and what to do.
 *
 * @param findings in the order to print
 * @param rows number of selected rows that were looked at
 */
record FindingsText(List<Finding> findings, long rows) {

    private static final String INDENT = " ".repeat(11);

    void print(PrintWriter out) {
        String summary = findings.isEmpty() ? "nothing wrong was found" : "found: " + findings.size();
        out.printf(Locale.ROOT, "data       %,d selected rows, %s%n", rows, summary);
        for (Finding finding : findings) {
            FindingText text = new FindingText(finding);
            out.printf("%-10s %s%n", finding.severity().label(), text.line());
            if (!text.example().isEmpty()) {
                out.println(INDENT + "first in " + text.example());
            }
            out.println(INDENT + finding.advice());
        }
    }
}
