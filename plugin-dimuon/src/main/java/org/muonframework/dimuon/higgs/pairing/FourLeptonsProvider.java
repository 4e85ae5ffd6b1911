package org.muonframework.dimuon.higgs.pairing;

import org.muonframework.spi.Context;
import org.muonframework.spi.TransformProvider;
import org.muonframework.spi.data.Transform;

/** {@code four-leptons}: the two pairs among four leptons, their masses, that of all four, and angles. */
public final class FourLeptonsProvider implements TransformProvider<FourLeptonsSettings> {

    @Override
    public String name() {
        return "four-leptons";
    }

    @Override
    public String description() {
        return "Z1 and Z2 among four electrons or muons, the masses of both and of all four, and angles";
    }

    @Override
    public Class<FourLeptonsSettings> settings() {
        return FourLeptonsSettings.class;
    }

    @Override
    public Transform create(FourLeptonsSettings settings, Context context) {
        return new FourLeptonColumns(settings);
    }
}
