package org.muonframework.darksector.model;

import java.util.Map;

/**
 * What the {@link PunziLoss} knows of the rows of a batch.
 *
 * @param mass measured mass, in GeV
 * @param genMass generated mass of signal, in GeV
 * @param generated number of signal events generated at that mass
 * @param signal not 0 for signal
 * @param background not 0 for background
 * @param weight number of events that a background row stands for
 * @param window half the width of the window around the generated mass, in GeV
 */
record PunziRows(
        float[] mass,
        float[] genMass,
        float[] generated,
        float[] signal,
        float[] background,
        float[] weight,
        float[] window) {

    /** The rows of a batch with these columns. */
    static PunziRows of(PunziLossSettings settings, Map<String, float[]> columns) {
        return new PunziRows(
                columns.get(settings.mass()),
                columns.get(settings.genMass()),
                columns.get(settings.generated()),
                columns.get(settings.signal()),
                columns.get(settings.background()),
                columns.get(settings.weight()),
                columns.get(settings.window()));
    }

    int size() {
        return mass.length;
    }

    boolean isSignal(int row) {
        return signal[row] != 0;
    }

    boolean isBackground(int row) {
        return background[row] != 0;
    }
}
