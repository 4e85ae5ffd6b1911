package org.muonframework.dimuon.spinquest.kinematics;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code dimuon-kinematics}: x1, x2 and xF by predicted momenta, and what predictions look like beside the truth. */
public final class DimuonKinematicsProvider implements MetricProvider<DimuonKinematicsSettings> {

    @Override
    public String name() {
        return "dimuon-kinematics";
    }

    @Override
    public String description() {
        return "x1, x2 and xF of a pair from predicted momenta and mass; distributions beside the true ones, the pull"
                + " of the mass, and widths that are those of the prior";
    }

    @Override
    public Class<DimuonKinematicsSettings> settings() {
        return DimuonKinematicsSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(DimuonKinematicsSettings settings, Context context) {
        return new DimuonKinematics(settings, context.random().derive("dimuon-kinematics", 0));
    }
}
