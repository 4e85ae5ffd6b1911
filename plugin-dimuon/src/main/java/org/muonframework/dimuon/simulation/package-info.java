/**
 * A fast simulation of muon pairs at a hadron collider, made of laws that fit on one page.
 *
 * <p>{@link org.muonframework.dimuon.simulation.PairProcess} says how a pair comes about, {@link
 * org.muonframework.dimuon.simulation.MuonDetector} how it is measured and accepted, {@link
 * org.muonframework.dimuon.simulation.PairSimulation} mixes processes into blocks of rows, and {@link
 * org.muonframework.spi.simulation.BlockDataset} simulates blocks in parallel. There is no radiation off the muons, no
 * trigger, no isolation and no inefficiency inside the acceptance: what is learned here shows how an analysis works, not
 * what an experiment would find.
 */
package org.muonframework.dimuon.simulation;
