/**
 * A fast simulation of muon pairs in SpinQuest, made of laws that fit on one page.
 *
 * <p>{@link org.muonframework.dimuon.spinquest.simulation.Production} says which pairs are made, {@link
 * org.muonframework.dimuon.spinquest.simulation.MuonPair} how they decay, {@link
 * org.muonframework.dimuon.spinquest.simulation.Vertex} where, {@link
 * org.muonframework.dimuon.spinquest.simulation.IronPassage} and {@link
 * org.muonframework.dimuon.spinquest.simulation.MuonTrack} what happens to the muons until station 3. Energy loss,
 * scattering and kicks are fits to the experiment's simulated events; there are no chambers, no inefficiency inside the
 * acceptance, no trigger and no pairs of unrelated muons.
 */
package org.muonframework.dimuon.spinquest.simulation;
