package org.muonframework.calorimeter.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * How often a muon in lead tungstate radiates which share of its energy: numbers per cm in bins of the share, for a few
 * energies of the muon. The file of the table tells their source.
 */
final class RadiationTable {

    /** Bins of v, the energy lost over that of the muon. */
    static final int BINS = 60;

    private static final double LOWEST = 1e-6;

    /** Width of a bin in ln v. */
    private static final double STEP = Math.log(10) / 10;

    private static final String FILE = "radiation.csv";

    private static final int COMMENT_LINES = 5;

    private static final int PROCESSES = 3;

    private final double[] logEnergy;

    /** By energy: number of losses up to and with each bin, of one process after the other. */
    private final double[][] cumulative;

    private RadiationTable(double[] logEnergy, double[][] cumulative) {
        this.logEnergy = logEnergy;
        this.cumulative = cumulative;
    }

    /** Reads the table. */
    static RadiationTable read() {
        List<double[]> lines = lines();
        int energies = lines.size() / BINS;
        double[] logEnergy = new double[energies];
        double[][] cumulative = new double[energies][PROCESSES * BINS];
        for (int i = 0; i < energies; i++) {
            logEnergy[i] = Math.log(lines.get(i * BINS)[0]);
            double sum = 0;
            for (int bin = 0; bin < PROCESSES * BINS; bin++) {
                sum += LeadTungstate.DENSITY * lines.get(i * BINS + bin % BINS)[2 + bin / BINS];
                cumulative[i][bin] = sum;
            }
        }
        return new RadiationTable(logEnergy, cumulative);
    }

    /** The energies of the muon in GeV between which the table holds, lowest and highest. */
    double[] range() {
        return new double[] {Math.exp(logEnergy[0]), Math.exp(logEnergy[logEnergy.length - 1])};
    }

    /** The spectrum of a muon of this energy in GeV, between two of the table linear in ln E. */
    RadiationSpectrum at(double energy) {
        double log = Math.log(energy);
        int upper = 1;
        while (upper < logEnergy.length - 1 && logEnergy[upper] < log) {
            upper++;
        }
        double share = (log - logEnergy[upper - 1]) / (logEnergy[upper] - logEnergy[upper - 1]);
        return new RadiationSpectrum(cumulative[upper - 1], cumulative[upper], Math.min(Math.max(share, 0), 1));
    }

    /** The share v at a place in a bin, from 0 to 1; ln v is spread evenly over a bin. */
    static double share(int bin, double place) {
        return LOWEST * Math.exp(STEP * (bin + place));
    }

    private static List<double[]> lines() {
        try (InputStream file = RadiationTable.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .skip(COMMENT_LINES)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
