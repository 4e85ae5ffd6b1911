package org.muonframework.data.format.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** One sample: files whose rows have a class, a weight and a selection in common. */
@Doc("Files whose rows have a class, a weight and a selection in common.")
public record SampleSettings(
        @Doc(
                "Files, or patterns with *, ?, [] and ** (any directories), relative to the directory where the command starts.")
        List<String> files,

        @Doc("Name of the tree or table within the files; that of the dataset when absent.")
        Optional<String> tree,

        @Doc("Class of the rows; the classes of all samples are 0, 1, … without a gap.") @Range(min = 0)
        Optional<Integer> label,

        @Doc("Weight of a row, as an expression of the columns.")
        Optional<String> weight,

        @Doc("Condition that a row has to fulfil, as an expression of the columns.")
        Optional<String> selection,

        @Doc("New columns: name, and the column or expression of these files that it stands for.") @Default("{}")
        Map<String, String> columns) {

    public SampleSettings {
        files = List.copyOf(files);
        columns = Map.copyOf(columns);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a sample needs at least one file");
        }
    }
}
