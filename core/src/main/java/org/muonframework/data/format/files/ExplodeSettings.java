package org.muonframework.data.format.files;

import java.util.List;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** How rows are made of lists: one row for each element, such as one for each muon of an event. */
@Doc("Rows made of lists: one for each element, such as one for each muon of an event.")
public record ExplodeSettings(
        @Doc(
                "Columns of lists, or patterns with *, such as Muon_*; they have the same length in each event and become flat. Flat columns are repeated.")
        List<String> columns,

        @Doc("Name of the new column with the place of the row in its event, from 0.") @Default("index")
        String index) {

    public ExplodeSettings {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("at least one column to explode is needed");
        }
    }
}
