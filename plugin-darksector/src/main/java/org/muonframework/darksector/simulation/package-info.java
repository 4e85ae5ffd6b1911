/**
 * A fast simulation of e⁺e⁻ → 4μ at Belle II, with and without a Z′.
 *
 * <p>{@link org.muonframework.darksector.simulation.InitialState} lets the beams radiate; {@link
 * org.muonframework.darksector.simulation.SignalProcess}, {@link
 * org.muonframework.darksector.simulation.DoubleConversion}, {@link
 * org.muonframework.darksector.simulation.FsrConversion} and {@link
 * org.muonframework.darksector.simulation.OtherProcesses} make four muons in one {@link
 * org.muonframework.darksector.simulation.Event}, {@link org.muonframework.darksector.simulation.BelleDetector}
 * measures them, and {@link org.muonframework.darksector.simulation.SampleRun} repeats it until enough events are
 * selected. From these {@link org.muonframework.darksector.simulation.Events}, column by column, {@link
 * org.muonframework.darksector.simulation.CandidateGroup} makes the candidates, and {@link
 * org.muonframework.darksector.simulation.DarkSectorColumns} takes the columns.
 */
package org.muonframework.darksector.simulation;
