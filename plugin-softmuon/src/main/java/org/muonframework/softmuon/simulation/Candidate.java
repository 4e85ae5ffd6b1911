package org.muonframework.softmuon.simulation;

/**
 * One muon candidate on its way through the simulation: each law reads what earlier ones have written and adds its own
 * part. One object serves all rows of a block.
 */
final class Candidate {

    /** Number of the event. */
    long event;

    /** Whether the muon is of a b or c hadron. */
    boolean signal;

    // What is produced: JetProduction, DecayInFlight.
    MuonSource source = MuonSource.BOTTOM;
    double eta;
    double coshEta;
    double sinhEta;
    double phi;
    /** Transverse momentum of the jet, with the muon, in GeV. */
    double jetPt;
    /** Transverse momentum at production in GeV: of the muon, or of the hadron that will decay. */
    double producedPt;
    /** Share of the hadron's momentum that the muon has; 1 for signal. */
    double momentumFraction;
    /** Transverse momentum of the muon in the rest frame of the hadron, in GeV; 0 for signal. */
    double decayKt;
    /** Angle between hadron and muon in rad; 0 for signal. */
    double kink;
    /** Its part in the plane in which the field bends, with its sign. */
    double bendingKink;
    /** Radius at which the muon appears, in m; 0 for signal. */
    double decayRadius;

    // What is measured: Spectrometer, MomentumMeasurement.
    /** Position in the sector: 0 in the middle of one kind of sector, 1 in the middle of the other. */
    double sectorPhase;

    /** Integral of the field along the track in T m. */
    double fieldIntegral;
    /** Momentum that the inner detector sees, before its resolution, in GeV. */
    double innerMomentum;
    /** Measured momentum in the inner detector, in the spectrometer and of both combined, in GeV. */
    double idMomentum;

    double msMomentum;
    double pt;
    /** (q_MS − q_ID) in units of its error, positive if the inner detector sees more momentum. */
    double pull;

    /** |p_ID − p_MS|/p_CB. */
    double rhoPrime;

    double momentumBalanceSignificance;

    // How the tracks look: ScatteringKink, SegmentMatch, FitQuality.
    /** Kink in the inner detector in units of multiple scattering, with its sign. */
    double kinkSignificance;

    double scatteringCurvatureSignificance;
    double scatteringNeighbourSignificance;
    double segmentDeltaEta;
    /** Segment Δη in units of its resolution. */
    double segmentPull;

    double reducedChi2;
    double reducedChi2Id;
    double reducedChi2Me;

    // Hits and how the muon was found: StationHits, PixelHits, NewSmallWheel, Author.
    int middleLargeHits;
    int middleSmallHits;
    int outerLargeHits;
    int outerSmallHits;
    int precisionLayers;
    int pixelHits;
    int pixelDeadSensors;
    int mmHits;
    int etaLayer1StgcHits;
    int etaLayer2StgcHits;
    int phiLayer1StgcHits;
    int phiLayer2StgcHits;
    int author;

    // The jet: JetAxis.
    double jetEta;
    double jetPhi;
    double jetEnergy;
    /** Momentum of the muon across the axis of the jet in GeV. */
    double pTrel;

    /** Share of the jet's momentum that the muon has along it. */
    double z;

    double deltaR;

    /** True transverse momentum of the muon in GeV. */
    double muonPt() {
        return momentumFraction * producedPt;
    }

    /** True momentum of the muon in GeV. */
    double muonMomentum() {
        return muonPt() * coshEta;
    }

    /** Momentum at production in GeV: of the muon, or of the hadron that will decay. */
    double producedMomentum() {
        return producedPt * coshEta;
    }
}
