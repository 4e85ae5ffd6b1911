package org.muonframework.calorimeter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.calorimeter.grid.CellGrid;

class LossSequenceTest {

    private final RadiationTable table = RadiationTable.read();

    @ParameterizedTest
    @CsvSource({"1000, 0.0237", "8000, 0.0253"})
    @DisplayName("a muon radiates 2.37 % of its energy at 1 TeV and 2.53 % at 8 TeV on average")
    void radiatedShare(double energy, double share) {
        SplittableRandom random = new SplittableRandom(4);
        int muons = 150_000;
        double sum = 0;
        double squares = 0;
        for (int muon = 0; muon < muons; muon++) {
            LossSequence losses = new LossSequence(table, energy);
            double lost = 0;
            while (losses.next(random)) {
                lost += losses.process() == Process.DELTA_RAY ? 0 : losses.energy() / energy;
            }
            sum += lost;
            squares += lost * lost;
        }
        double mean = sum / muons;
        double error = Math.sqrt((squares / muons - mean * mean) / muons);
        double expected = 0;
        for (Process process : new Process[] {Process.BREMSSTRAHLUNG, Process.PAIR, Process.NUCLEAR}) {
            expected += CellGrid.LENGTH * table.at(energy).meanLoss(process);
        }
        assertThat(error / mean).isLessThan(0.012);
        assertThat(mean).isCloseTo(expected, within(0.01 * expected + 5 * error));
        assertThat(mean).isCloseTo(share, within(0.03 * share + 5 * error));
    }

    @Test
    @DisplayName("losses are in order, evenly spread in depth, above 10 MeV, and leave the muon 5 GeV")
    void order() {
        SplittableRandom random = new SplittableRandom(6);
        double sum = 0;
        int count = 0;
        for (int muon = 0; muon < 20_000; muon++) {
            LossSequence losses = new LossSequence(table, 50);
            double before = 0;
            double lost = 0;
            while (losses.next(random)) {
                assertThat(losses.z()).isBetween(before, CellGrid.LENGTH);
                assertThat(losses.energy()).isGreaterThanOrEqualTo(0.010);
                before = losses.z();
                lost += losses.energy();
                sum += losses.z();
                count++;
            }
            assertThat(lost).isLessThan(45);
        }
        double error = CellGrid.LENGTH / Math.sqrt(12.0 * count);
        assertThat(sum / count).isCloseTo(CellGrid.LENGTH / 2, within(5 * error));
    }

    @Test
    @DisplayName("electrons of 10 to 20 MeV are half of the fast ones; with the slow ones they take 3.4 to 3.8 GeV")
    void fastElectrons() {
        SplittableRandom random = new SplittableRandom(7);
        int muons = 150_000;
        int slow = 0;
        int all = 0;
        double energy = 0;
        for (int muon = 0; muon < muons; muon++) {
            LossSequence losses = new LossSequence(table, 1000);
            while (losses.next(random)) {
                if (losses.process() == Process.DELTA_RAY) {
                    all++;
                    slow += losses.energy() < 0.020 ? 1 : 0;
                    energy += losses.energy();
                }
            }
        }
        double perMuon = Ionisation.ELECTRONS * CellGrid.LENGTH * 100;
        assertThat(all / (double) muons).isCloseTo(perMuon, within(5 * Math.sqrt(perMuon / muons) + 1e-3 * perMuon));
        assertThat(slow / (double) all).isCloseTo(0.5, within(2.5 / Math.sqrt(all) + 1e-4));
        double slowElectrons = CellGrid.LAYERS * Ionisation.of(1000).mean();
        assertThat(slowElectrons + energy / muons).isBetween(3.4, 3.85);
    }
}
