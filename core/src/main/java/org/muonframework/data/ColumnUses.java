package org.muonframework.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;

/**
 * What an analysis uses columns as, whatever their roles in the dataset: so that neither its label and its targets nor
 * what is made from them can come in as anything else.
 *
 * @param uses the roles of columns in the analysis, by name
 */
public record ColumnUses(Map<String, ColumnRole> uses) {

    /** No column is the label or a target. */
    public static final ColumnUses NONE = new ColumnUses(Map.of());

    /** From what a model may see to what it must not. */
    private static final List<ColumnRole> STRICTNESS = List.of(
            ColumnRole.FEATURE,
            ColumnRole.SPECTATOR,
            ColumnRole.INDEX,
            ColumnRole.KEY,
            ColumnRole.WEIGHT,
            ColumnRole.TRUTH,
            ColumnRole.LABEL);

    public ColumnUses {
        uses = Map.copyOf(uses);
    }

    /**
     * Those of an analysis.
     *
     * @param targets names of the columns to regress
     * @param label the expression of the class, if there is one
     */
    public static ColumnUses of(List<String> targets, Optional<String> label) {
        Map<String, ColumnRole> uses = new HashMap<>();
        targets.forEach(target -> uses.put(target, ColumnRole.TRUTH));
        label.ifPresent(text -> uses.put(text.strip().replace("`", ""), ColumnRole.LABEL));
        return new ColumnUses(uses);
    }

    /** The role in which a column of this name is used; {@code FEATURE} if it is neither label nor target. */
    ColumnRole of(String name) {
        return uses.getOrDefault(name, ColumnRole.FEATURE);
    }

    /** The stricter of a column's role and of its use. */
    public ColumnRole roleOf(ColumnSpec column) {
        return stricter(column.role(), of(column.name()));
    }

    /** Of two roles the one that forbids more. */
    public static ColumnRole stricter(ColumnRole one, ColumnRole other) {
        return STRICTNESS.get(Math.max(STRICTNESS.indexOf(one), STRICTNESS.indexOf(other)));
    }
}
