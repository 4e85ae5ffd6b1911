package org.muonframework.softmuon.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.muonframework.spi.data.ColumnRole;

/** The variables that tell signal from background: 17, and 5 more in Run 3; none of them is pT, η or of the jet. */
final class InputColumns {

    private InputColumns() {}

    static List<CandidateColumn> ofRun(int run) {
        List<CandidateColumn> columns = new ArrayList<>(hits());
        columns.addAll(comparisons());
        if (run == 3) {
            columns.addAll(newSmallWheel());
        }
        return columns;
    }

    private static List<CandidateColumn> hits() {
        return List.of(
                count("author", "algorithm that found the muon: 1 MuidCo, 6 MuGirl", muon -> muon.author),
                real("spectrometerFieldIntegral", "T m", "field integral along the track", muon -> muon.fieldIntegral),
                count("middleLargeHits", "hits in the middle station, large sectors", muon -> muon.middleLargeHits),
                count("middleSmallHits", "hits in the middle station, small sectors", muon -> muon.middleSmallHits),
                count("outerLargeHits", "hits in the outer station, large sectors", muon -> muon.outerLargeHits),
                count("outerSmallHits", "hits in the outer station, small sectors", muon -> muon.outerSmallHits),
                count("numberOfPixelHits", "hits in the pixel detector", muon -> muon.pixelHits),
                count("numberOfPixelDeadSensors", "dead pixel sensors crossed", muon -> muon.pixelDeadSensors));
    }

    private static List<CandidateColumn> comparisons() {
        return List.of(
                real(
                        "momentumBalanceSignificance",
                        "momentum lost in the calorimeters beyond the expected loss, over the uncertainty of that loss",
                        muon -> muon.momentumBalanceSignificance),
                real(
                        "qOverPSignificance",
                        "|q/p_ID − q/p_ME| over its uncertainty; ID: inner detector, ME: spectrometer, extrapolated to the beam",
                        muon -> Math.abs(muon.pull)),
                real("reducedChi2", "χ² per degree of freedom of the combined track", muon -> muon.reducedChi2),
                real(
                        "reducedChi2_ID",
                        "χ² per degree of freedom of the track in the inner detector",
                        muon -> muon.reducedChi2Id),
                real(
                        "reducedChi2_ME",
                        "χ² per degree of freedom of the track in the spectrometer, extrapolated to the beam",
                        muon -> muon.reducedChi2Me),
                real("rhoPrime", "|pT_ID − pT_ME| / pT_CB", muon -> muon.rhoPrime),
                real(
                        "scatteringCurvatureSignificance",
                        "significance of a kink between adjacent half-tracks in the bending plane",
                        muon -> muon.scatteringCurvatureSignificance),
                real(
                        "scatteringNeighbourSignificance",
                        "normalised integral of the significances of the scattering angles",
                        muon -> muon.scatteringNeighbourSignificance),
                real(
                        "segmentDeltaEta",
                        "Δη of the extrapolated inner track and the innermost segment in the spectrometer",
                        muon -> muon.segmentDeltaEta));
    }

    private static List<CandidateColumn> newSmallWheel() {
        return List.of(
                count("MMHits", "hits in the Micromegas of the New Small Wheels", muon -> muon.mmHits),
                count("etaLayer1STGCHits", "η hits in the first sTGC quadruplet", muon -> muon.etaLayer1StgcHits),
                count("etaLayer2STGCHits", "η hits in the second sTGC quadruplet", muon -> muon.etaLayer2StgcHits),
                count("phiLayer1STGCHits", "φ hits in the first sTGC quadruplet", muon -> muon.phiLayer1StgcHits),
                count("phiLayer2STGCHits", "φ hits in the second sTGC quadruplet", muon -> muon.phiLayer2StgcHits));
    }

    private static CandidateColumn count(String name, String description, ToDoubleFunction<Candidate> value) {
        return CandidateColumn.whole(SoftMuonColumns.PREFIX + name, description, ColumnRole.FEATURE, value);
    }

    private static CandidateColumn real(String name, String description, ToDoubleFunction<Candidate> value) {
        return real(name, "", description, value);
    }

    private static CandidateColumn real(
            String name, String unit, String description, ToDoubleFunction<Candidate> value) {
        return CandidateColumn.real(SoftMuonColumns.PREFIX + name, unit, description, ColumnRole.FEATURE, value);
    }
}
