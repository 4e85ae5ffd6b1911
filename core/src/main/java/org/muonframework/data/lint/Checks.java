package org.muonframework.data.lint;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;

/** All checks that apply to some rows. A new check is a new class, and its line here. */
final class Checks {

    private Checks() {}

    static List<Check> of(LintPlan plan, long seed) {
        List<Check> checks = new ArrayList<>();
        List<ColumnSpec> inputs =
                plan.columns().stream().filter(plan::isFeature).toList();
        checks.add(new DuplicateColumns(plan));
        checks.add(new ColumnCheck(
                plan.columns().stream()
                        .filter(column -> plan.isLearned(column) || column.jagged())
                        .toList(),
                column -> new ConstantColumn(column, plan.isLearned(column))));
        checks.add(new ColumnCheck(plan.columns(), column -> new NotFinite(column, plan.isFeature(column))));
        checks.add(new ColumnCheck(inputs, column -> new ManyMissing(column, plan.missing())));
        checks.add(new ColumnCheck(
                plan.measured(), column -> new Sentinel(column, plan.isFeature(column), plan.missing())));
        plan.images().forEach(image -> checks.add(new HitCount(image)));
        if (!plan.keys().isEmpty()) {
            checks.add(new RepeatedEvents(plan, new EventSet()));
        }
        if (DividedEvents.arePossible(plan)) {
            checks.add(new DividedEvents(plan, seed, new EventSet()));
        }
        checks.addAll(ofFourVectors(plan));
        if (!plan.classes().isEmpty()) {
            checks.add(new ClassBalance(plan.classes()));
            checks.add(new SeparatingFeature(plan));
        }
        return checks;
    }

    /** Those of particles whose columns are all read. */
    private static List<Check> ofFourVectors(LintPlan plan) {
        List<Check> checks = new ArrayList<>();
        for (FourVectorNames names : FourVectorNames.in(Schema.of(plan.columns()))) {
            if (names.energy().isPresent() && names.pz().isPresent()) {
                checks.add(new EnergyMomentum(names));
            }
            if (names.pt().isPresent()) {
                checks.add(new TransverseMomentum(names));
            }
        }
        return checks;
    }
}
