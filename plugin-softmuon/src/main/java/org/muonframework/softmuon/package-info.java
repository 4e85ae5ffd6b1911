/**
 * Soft-muon tagging: presets {@code softmuon} and {@code softmuon-run3} (TightNN 1.0 against the cut-based TIGHT), {@code
 * softmuon-alternatives} (against trees, a recurrent network and a transformer) and {@code softmuon-reweighting}.
 *
 * <p>The dataset they start from is in {@link org.muonframework.softmuon.simulation}, the network in {@link
 * org.muonframework.softmuon.model}.
 */
package org.muonframework.softmuon;
