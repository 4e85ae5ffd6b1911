package org.muonframework.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.muonframework.data.lint.Finding;
import org.muonframework.files.AtomicFile;

/**
 * Writes {@code data-lint.json}: an array {@code findings} of {@code {check, severity, columns, count, what, advice}} with
 * {@code source} and {@code row} where there is an example.
 */
final class FindingsFile {

    private FindingsFile() {}

    static void write(List<Finding> findings, Path file) {
        ObjectNode root = RunJson.MAPPER.createObjectNode();
        ArrayNode array = root.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode entry = array.addObject();
            entry.put("check", finding.check());
            entry.put("severity", finding.severity().label());
            finding.columns().forEach(entry.putArray("columns")::add);
            entry.put("count", finding.count());
            entry.put("what", finding.what());
            entry.put("advice", finding.advice());
            finding.example().ifPresent(place -> {
                entry.put("source", place.source());
                entry.put("row", place.row());
            });
        }
        AtomicFile.write(file, target -> RunJson.MAPPER.writeValue(target.toFile(), root));
    }
}
