package org.muonframework.data.lint;

import java.util.List;

/** A transverse momentum that is more than 1 % from √(px² + py²): mostly two different fits of one track. */
final class TransverseMomentum implements Check {

    private static final double TOLERANCE = 1e-2;
    private static final double FEW = 1e-3;

    private final FourVectorNames names;
    private final FirstPlace faults = new FirstPlace();
    private long all;

    /** Of a particle with a column of its transverse momentum. */
    TransverseMomentum(FourVectorNames names) {
        this.names = names;
    }

    @Override
    public void look(LintRows rows) {
        Values momenta = rows.values(names.pt().orElseThrow());
        double[] pt = momenta.numbers();
        double[] px = rows.values(names.px()).numbers();
        double[] py = rows.values(names.py()).numbers();
        int count = Math.min(pt.length, Math.min(px.length, py.length));
        all += count;
        for (int i = 0; i < count; i++) {
            double stored = Math.abs(pt[i]);
            if (Math.abs(stored - Math.sqrt(px[i] * px[i] + py[i] * py[i])) > TOLERANCE * stored) {
                faults.add(momenta, i);
            }
        }
    }

    @Override
    public List<Finding> findings() {
        if (faults.count() == 0) {
            return List.of();
        }
        String pt = names.pt().orElseThrow();
        return List.of(new Finding(
                "transverse-momentum",
                faults.count() > FEW * all ? Severity.WARNING : Severity.NOTE,
                List.of(pt, names.px(), names.py()),
                faults.count(),
                faults.place(),
                FindingText.share(faults.count(), all, "values") + " of '" + pt + "' are more than 1 % from hypot("
                        + names.px() + ", " + names.py() + ")",
                "Use one of the two throughout, such as dataset.derive { pt = \"hypot(" + names.px() + ", " + names.py()
                        + ")\" }."));
    }
}
