package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muonframework.data.ClipCount;
import org.muonframework.data.MissingPolicy;
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
        List<String> warnings = ofFeatures(data.missingPolicy(), data.missing(), data.clipped());
        if (data.negativeWeights() > 0) {
            warnings.add(String.format(Locale.ROOT, "%,d rows have a negative weight", data.negativeWeights()));
        }
        findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> warnings.add(new FindingText(finding).line()));
        return warnings;
    }

    /** Of the values of features: which are missing, and whether many were set to the limits. */
    static List<String> ofFeatures(MissingPolicy policy, Map<String, Long> missing, List<ClipCount> clipped) {
        List<String> warnings = new ArrayList<>();
        missing.forEach((feature, count) -> warnings.add(policy.warning(feature, count)));
        clipped.stream().filter(ClipCount::isMany).forEach(count -> warnings.add("feature " + count.text()));
        return warnings;
    }
}
