package org.muonframework.softmuon.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/** All columns of the simulation; the inputs of TightNN bear the names that they have in soft-muon ntuples of ATLAS. */
final class SoftMuonColumns {

    /** What the names of all columns of the muon and its jet begin with. */
    static final String PREFIX = "softmu_";

    private SoftMuonColumns() {}

    /** Event number, inputs, spectators, truth, weight and label, in Run 2 or 3 of the LHC. */
    static List<CandidateColumn> ofRun(int run) {
        List<CandidateColumn> columns = new ArrayList<>();
        columns.add(new CandidateColumn(
                ColumnSpec.of("event", ColumnType.LONG, "", "event number, from 1", ColumnRole.KEY),
                muon -> muon.event));
        columns.addAll(InputColumns.ofRun(run));
        columns.addAll(spectators());
        columns.addAll(truth());
        columns.add(CandidateColumn.real("weight", "", "weight of the event, 1", ColumnRole.WEIGHT, muon -> 1));
        columns.add(CandidateColumn.whole(
                "label",
                "1 for a muon of a b or c hadron, 0 for one of a decay in flight",
                ColumnRole.LABEL,
                muon -> muon.signal ? 1 : 0));
        return columns;
    }

    private static List<CandidateColumn> spectators() {
        return List.of(
                spectator("pt", "GeV", "transverse momentum of the muon, both detectors combined", muon -> muon.pt),
                spectator("eta", "", "pseudorapidity of the muon", muon -> muon.eta),
                spectator("phi", "rad", "azimuth of the muon", muon -> muon.phi),
                spectator("jet_pt", "GeV", "transverse momentum of the jet, the muon included", muon -> muon.jetPt),
                spectator("jet_eta", "", "pseudorapidity of the jet", muon -> muon.jetEta),
                spectator("jet_phi", "rad", "azimuth of the jet", muon -> muon.jetPhi),
                spectator("jet_e", "GeV", "energy of the jet: of the muon and a massless rest", muon -> muon.jetEnergy),
                spectator("pTrel", "GeV", "momentum of the muon across the axis of the jet", muon -> muon.pTrel),
                spectator("z", "", "share of the jet's momentum that the muon has along it", muon -> muon.z),
                spectator(
                        "ptRatio",
                        "",
                        "transverse momentum of the muon over that of its jet",
                        muon -> muon.pt / muon.jetPt),
                spectator("dR", "", "distance of muon and jet, √(Δη² + Δφ²)", muon -> muon.deltaR),
                CandidateColumn.whole(
                        PREFIX + "nprec",
                        "stations with at least three precision hits",
                        ColumnRole.SPECTATOR,
                        muon -> muon.precisionLayers));
    }

    private static List<CandidateColumn> truth() {
        return List.of(
                CandidateColumn.whole(
                        PREFIX + "source",
                        "origin of the muon: 0 b → μ, 1 b → c → μ, 2 c → μ, 3 π → μ, 4 K → μ",
                        ColumnRole.TRUTH,
                        muon -> muon.source.code()),
                truth("genPt", "GeV", "true transverse momentum of the muon", Candidate::muonPt),
                truth("decayRadius", "m", "radius at which the hadron decays, 0 for signal", muon -> muon.decayRadius),
                truth(
                        "momentumFraction",
                        "",
                        "share of the hadron's momentum that the muon has, 1 for signal",
                        muon -> muon.momentumFraction),
                truth("kink", "rad", "angle between hadron and muon, 0 for signal", muon -> muon.kink));
    }

    private static CandidateColumn spectator(
            String name, String unit, String description, ToDoubleFunction<Candidate> value) {
        return CandidateColumn.real(PREFIX + name, unit, description, ColumnRole.SPECTATOR, value);
    }

    private static CandidateColumn truth(
            String name, String unit, String description, ToDoubleFunction<Candidate> value) {
        return CandidateColumn.real(PREFIX + name, unit, description, ColumnRole.TRUTH, value);
    }
}
