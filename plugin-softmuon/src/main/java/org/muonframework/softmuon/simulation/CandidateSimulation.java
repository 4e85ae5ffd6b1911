package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;

/**
 * Takes candidates from production to selection, and repeats until one passes.
 *
 * @param heavyFlavour where signal comes from
 * @param lightHadrons where background comes from
 * @param measurement how momenta are measured
 * @param jetAxis how the jet lies around the muon
 */
record CandidateSimulation(
        JetProduction heavyFlavour, JetProduction lightHadrons, MomentumMeasurement measurement, JetAxis jetAxis) {

    static CandidateSimulation of(Generator generator) {
        return new CandidateSimulation(
                JetProduction.heavyFlavour(generator),
                JetProduction.lightHadrons(generator),
                new MomentumMeasurement(true),
                new JetAxis(generator.pTrelScale()));
    }

    /** Makes {@code muon} the next accepted candidate of its class, {@code muon.signal}. */
    void next(Candidate muon, RandomGenerator random) {
        do {
            produce(muon, random);
        } while (!accepted(muon, random));
        ScatteringKink.find(muon, random);
        SegmentMatch.match(muon, random);
        FitQuality.fit(muon, random);
        PixelHits.count(muon, random);
        NewSmallWheel.count(muon, random);
        Author.find(muon, random);
    }

    /** A candidate with its momenta measured, before any selection. */
    void produce(Candidate muon, RandomGenerator random) {
        if (muon.signal) {
            heavyFlavour.produce(muon, random);
            DecayInFlight.none(muon);
        } else {
            lightHadrons.produce(muon, random);
            (muon.source == MuonSource.KAON ? DecayInFlight.KAON : DecayInFlight.PION).decay(muon, random);
        }
        Spectrometer.cross(muon, random);
        measurement.measure(muon, random);
    }

    private boolean accepted(Candidate muon, RandomGenerator random) {
        if (!MediumSelection.acceptsMomentum(muon)) {
            return false;
        }
        StationHits.count(muon, random);
        return MediumSelection.acceptsHits(muon) && jetAxis.associate(muon, random);
    }
}
