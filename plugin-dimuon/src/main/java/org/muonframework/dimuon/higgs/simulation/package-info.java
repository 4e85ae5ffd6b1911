/**
 * A fast simulation of four muons at a hadron collider: H → ZZ* and its backgrounds.
 *
 * <p>{@link org.muonframework.dimuon.higgs.simulation.FourMuonSource} says how muons come about: by a chain of decays
 * of exact kinematics whose pair masses follow a {@link org.muonframework.dimuon.higgs.simulation.PairMasses}, or as a
 * Z with two unrelated muons. {@link org.muonframework.dimuon.higgs.simulation.FourMuonDetector} measures and accepts
 * them. Decays are isotropic, and there is no radiation, no trigger and no isolation.
 */
package org.muonframework.dimuon.higgs.simulation;
