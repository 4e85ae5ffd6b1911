/**
 * The analysis of muon pairs: presets {@code zmumu} (is this pair a Z?) and {@code dimuon-mass} (regress the mass).
 *
 * <p>The datasets they start from are in {@link org.muonframework.dimuon.simulation}.
 */
package org.muonframework.dimuon;
