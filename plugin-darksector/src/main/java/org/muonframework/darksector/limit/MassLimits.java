package org.muonframework.darksector.limit;

import java.util.List;
import java.util.Optional;
import org.muonframework.darksector.merit.MassResult;
import org.muonframework.darksector.merit.Point;
import org.muonframework.darksector.merit.Selection;

/**
 * The expected limits at one mass with one cut.
 *
 * @param mass what was found at the mass
 * @param point the cut
 * @param limits one for each method, the first of them the one to draw; empty if there is a problem
 * @param problem why there is no limit, if that is so
 */
record MassLimits(MassResult mass, Point point, List<MassLimit> limits, Optional<String> problem) {

    static MassLimits of(MassResult mass, Point point, ZPrimeLimitsSettings settings) {
        Optional<Selection> selection = mass.selection(point);
        Optional<String> problem = mass.problem().or(() -> problem(selection, point));
        if (problem.isPresent()) {
            return new MassLimits(mass, point, List.of(), problem);
        }
        double background = selection.orElseThrow().background().value();
        double perFemtobarn = settings.luminosity()
                * selection.orElseThrow().absoluteEfficiency().value();
        double ofCoupling =
                mass.further().getOrDefault(settings.sigmaRef(), Double.NaN) * BranchingRatio.toMuons(mass.mass());
        List<MassLimit> limits = settings.methods().stream()
                .map(method -> possible(method, background, settings))
                .distinct()
                .map(method -> MassLimit.of(
                        method,
                        method.events(background, settings.backgroundUncertainty(), settings.confidenceLevel()),
                        perFemtobarn,
                        ofCoupling))
                .toList();
        return new MassLimits(mass, point, limits, Optional.empty());
    }

    private static Optional<String> problem(Optional<Selection> selection, Point point) {
        if (selection.isEmpty()) {
            return Optional.of("too few signal candidates to find the " + point.words());
        }
        double efficiency = selection.get().absoluteEfficiency().value();
        if (Double.isNaN(efficiency)) {
            return Optional.of("without the number of generated events there is no efficiency and no limit");
        }
        if (efficiency < 0 || selection.get().background().value() < 0) {
            return Optional.of("the weights that pass the " + point.words() + " add up to less than 0");
        }
        return Optional.empty();
    }

    private static LimitMethod possible(LimitMethod method, double background, ZPrimeLimitsSettings settings) {
        return method == LimitMethod.EXACT && background > settings.exactUpTo() ? LimitMethod.ASYMPTOTIC : method;
    }

    /** The limits to draw: those of the first method. */
    Optional<MassLimit> drawn() {
        return limits.stream().findFirst();
    }

    /** The median limit on the cross-section to draw; NaN if there is none. */
    double crossSection() {
        return drawn().map(limit -> limit.crossSection().median()).orElse(Double.NaN);
    }
}
