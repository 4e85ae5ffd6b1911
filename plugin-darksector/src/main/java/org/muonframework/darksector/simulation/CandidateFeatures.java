package org.muonframework.darksector.simulation;

import java.util.List;
import java.util.function.Function;
import org.muonframework.spi.data.ColumnRole;

/** What tells candidates of a Z′ from others: of the pair itself and of the two muons that recoil against it. */
final class CandidateFeatures {

    private static final double HALF_ROOT = Math.sqrt(0.5);

    private CandidateFeatures() {}

    static List<CandidateColumn> all() {
        return List.of(
                vertex("dr", "distance of the candidate's vertex from the beams", g -> g.vertices.dr),
                vertex("d0", "its distance across the bisector of the two tracks", g -> g.vertices.d0),
                vertex("z0", "its place along the beams", g -> g.vertices.z0),
                feature("eRec", "energy of the recoil pair", (g, k, r) -> copy(g.recoil(k).e, g.size, r)),
                feature("ptPlus", "(ptMax + ptMin)/√2", (g, k, r) -> g.projections(k, HALF_ROOT, HALF_ROOT, r)),
                feature("ptMinus", "(ptMax − ptMin)/√2", (g, k, r) -> g.projections(k, HALF_ROOT, -HALF_ROOT, r)),
                feature(
                        "ptMax",
                        "candidate's momentum across the faster recoil muon",
                        (g, k, r) -> g.projections(k, 1, 0, r)),
                feature(
                        "ptMin",
                        "candidate's momentum across the slower recoil muon",
                        (g, k, r) -> g.projections(k, 0, 1, r)),
                feature("mRec", "mass of the recoil pair", (g, k, r) -> copy(g.recoil(k).mass, g.size, r)),
                feature("pCand", "momentum of the candidate", (g, k, r) -> copy(g.pairs[k].p, g.size, r)),
                number("cosCand", "cosine of the candidate's angle to the electron beam", CandidateFeatures::cosine),
                number(
                        "helicity",
                        "|cosine| of its muons to its flight direction, in its rest frame",
                        (g, k, r) -> g.pairs[k].helicity(g.events, g.start, g.size, r)),
                number("recoilHelicity", "the same of the recoil pair", (g, k, r) -> g.recoil(k)
                        .helicity(g.events, g.start, g.size, r)),
                CandidateColumn.real(
                        "opening",
                        "rad",
                        "angle between the candidate's muons in the laboratory",
                        ColumnRole.FEATURE,
                        CandidateFeatures::opening),
                feature("pRecoilMin", "momentum of the slower recoil muon", (g, k, r) -> recoil(g, k, r, false)),
                feature("pRecoilMax", "momentum of the faster recoil muon", (g, k, r) -> recoil(g, k, r, true)));
    }

    private static CandidateColumn vertex(
            String name, String description, Function<CandidateGroup, double[][]> values) {
        return CandidateColumn.real(
                        name, "cm", description, ColumnRole.FEATURE, (g, k, r) -> copy(values.apply(g)[k], g.size, r))
                .fromVertices();
    }

    private static CandidateColumn feature(String name, String description, CandidateColumn.Values values) {
        return CandidateColumn.real(name, "GeV", description, ColumnRole.FEATURE, values);
    }

    private static CandidateColumn number(String name, String description, CandidateColumn.Values values) {
        return CandidateColumn.real(name, "", description, ColumnRole.FEATURE, values);
    }

    static void copy(double[] values, int size, double[] result) {
        System.arraycopy(values, 0, result, 0, size);
    }

    private static void cosine(CandidateGroup group, int candidate, double[] result) {
        double[] z = group.pairs[candidate].z;
        double[] p = group.pairs[candidate].p;
        for (int i = 0; i < group.size; i++) {
            result[i] = z[i] / p[i];
        }
    }

    private static void recoil(CandidateGroup group, int candidate, double[] result, boolean faster) {
        double[] plus = group.momentum[group.recoil(candidate).plus];
        double[] minus = group.momentum[group.recoil(candidate).minus];
        for (int i = 0; i < group.size; i++) {
            result[i] = faster ? Math.max(plus[i], minus[i]) : Math.min(plus[i], minus[i]);
        }
    }

    private static void opening(CandidateGroup group, int candidate, double[] result) {
        int plus = group.pairs[candidate].plus;
        int minus = group.pairs[candidate].minus;
        double[] x1 = group.events.px[plus];
        double[] y1 = group.events.py[plus];
        double[] z1 = group.events.labPz[plus];
        double[] x2 = group.events.px[minus];
        double[] y2 = group.events.py[minus];
        double[] z2 = group.events.labPz[minus];
        for (int i = 0; i < group.size; i++) {
            int j = group.start + i;
            double x = y1[j] * z2[j] - z1[j] * y2[j];
            double y = z1[j] * x2[j] - x1[j] * z2[j];
            double z = x1[j] * y2[j] - y1[j] * x2[j];
            double product = x1[j] * x2[j] + y1[j] * y2[j] + z1[j] * z2[j];
            result[i] = Math.atan2(Math.sqrt(x * x + y * y + z * z), product);
        }
    }
}
