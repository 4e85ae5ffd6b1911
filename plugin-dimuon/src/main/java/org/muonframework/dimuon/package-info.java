/**
 * The analysis of muon pairs: presets {@code zmumu} (is this pair a Z?) and {@code dimuon-mass} (regress the mass).
 *
 * <p>The datasets they start from are in {@link org.muonframework.dimuon.simulation}; pairs at a fixed target, with what
 * is known of them without a network, in {@link org.muonframework.dimuon.spinquest}; four leptons, preset {@code
 * higgs4l}, in {@link org.muonframework.dimuon.higgs}.
 */
package org.muonframework.dimuon;
