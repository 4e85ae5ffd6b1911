/**
 * H → ZZ* → 4ℓ: preset {@code higgs4l}.
 *
 * <p>{@link org.muonframework.dimuon.higgs.simulation} makes events, {@link org.muonframework.dimuon.higgs.pairing}
 * finds the two pairs among four leptons, simulated or real, and {@link org.muonframework.dimuon.higgs.spectrum} lays
 * real events over what is expected.
 */
package org.muonframework.dimuon.higgs;
