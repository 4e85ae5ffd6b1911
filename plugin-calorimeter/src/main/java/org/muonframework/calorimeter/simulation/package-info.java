/**
 * A fast simulation of single muons in a calorimeter of lead tungstate.
 *
 * <p>A muon on its {@link org.muonframework.calorimeter.simulation.Track} loses energy steadily by {@link
 * org.muonframework.calorimeter.simulation.Ionisation}, and now and then much at once: {@link
 * org.muonframework.calorimeter.simulation.LossSequence} tells where, how and how much, the radiative part from the
 * {@link org.muonframework.calorimeter.simulation.RadiationTable}. {@link
 * org.muonframework.calorimeter.simulation.ElectromagneticShower} and {@link
 * org.muonframework.calorimeter.simulation.NuclearShower} spread each loss over the {@link
 * org.muonframework.calorimeter.simulation.CellEnergies}, from which the columns of hits are taken.
 */
package org.muonframework.calorimeter.simulation;
