package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muonframework.data.ClipCount;
import org.muonframework.data.Prepared;
import org.muonframework.data.lint.Finding;
import org.muonframework.data.lint.FindingText;
import org.muonframework.data.lint.Severity;

/**
 * What the reader of a report must know about the data before believing the numbers.
 *
 * @param data the data as the models see them
 * @param findings what was found in them while they were read
 */
record DataWarnings(Prepared data, List<Finding> findings) {

    List<String> list() {
        List<String> warnings = new ArrayList<>();
        data.missing()
                .forEach((feature, count) -> warnings.add(data.missingPolicy().warning(feature, count)));
        data.clipped().stream().filter(ClipCount::isMany).forEach(count -> warnings.add("feature " + count.text()));
        if (data.negativeWeights() > 0) {
            warnings.add(String.format(Locale.ROOT, "%,d rows have a negative weight", data.negativeWeights()));
        }
        findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> warnings.add(new FindingText(finding).line()));
        return warnings;
    }
}
