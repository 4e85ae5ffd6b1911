package org.muonframework.dimuon.higgs.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.simulation.MassLaw;

/** One way in which four muons come about. */
interface FourMuonSource {

    /** The mass of what decays; it stays the same until an event of it is accepted. */
    MassLaw mass();

    /** Four muons for each of these masses, in GeV. */
    FourMuons produce(double[] masses, RandomGenerator random);
}
