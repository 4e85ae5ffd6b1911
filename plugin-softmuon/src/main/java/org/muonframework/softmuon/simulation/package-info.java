/**
 * A fast simulation of muons in jets, each of its laws named after the physics that it stands for.
 *
 * <p>{@link org.muonframework.softmuon.simulation.JetProduction} makes a jet with a muon or a hadron, {@link
 * org.muonframework.softmuon.simulation.DecayInFlight} lets the hadron decay, {@link
 * org.muonframework.softmuon.simulation.InnerDetector}, {@link org.muonframework.softmuon.simulation.Spectrometer} and
 * {@link org.muonframework.softmuon.simulation.MomentumMeasurement} measure its momentum twice, {@link
 * org.muonframework.softmuon.simulation.MediumSelection} accepts it, and further laws say how the tracks look. {@link
 * org.muonframework.softmuon.simulation.CandidateSimulation} puts them in order. All write into one {@link
 * org.muonframework.softmuon.simulation.Candidate}, from which {@link
 * org.muonframework.softmuon.simulation.SoftMuonColumns} takes the columns.
 */
package org.muonframework.softmuon.simulation;
