package org.muonframework.calorimeter.features;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The features by their definitions, each by a loop of its own over all cells and without a thought of time: what the fast
 * ones are compared with.
 */
record PlainFeatures(double[][][] energy, double muonX, double muonY) {

    private static final float ABOVE = 0.1f;

    private record Cell(int z, int x, int y) {}

    @FunctionalInterface
    private interface Term {
        double of(double energy, double x, double y, double z);
    }

    Map<String, Double> all() {
        Map<String, Double> all = new HashMap<>();
        all.put("eabove", sum((e, x, y, z) -> e > ABOVE ? e : 0));
        all.put("eb1", sum((e, x, y, z) -> e <= 0.01f ? e : 0));
        all.put("ea1", sum((e, x, y, z) -> e > 0.01f && e <= ABOVE ? e : 0));
        double moment = Math.hypot(sum((e, x, y, z) -> e * x), sum((e, x, y, z) -> e * y));
        all.put("rmom", moment / sum((e, x, y, z) -> e));
        all.put(
                "rmom1",
                over(
                        Math.hypot(
                                sum((e, x, y, z) -> e > ABOVE ? e * x : 0), sum((e, x, y, z) -> e > ABOVE ? e * y : 0)),
                        all.get("eabove")));
        all.put("xmom", sum((e, x, y, z) -> e * x * (e > ABOVE ? 2 : 1)));
        all.put("ymom", sum((e, x, y, z) -> e * y * (e > ABOVE ? 2 : 1)));
        all.put("r2m", spread(0, 1e9));
        for (int slice = 0; slice < 5; slice++) {
            all.put("r2m" + (slice + 1), spread(400 * slice, slice == 4 ? 1e9 : 400 * (slice + 1)));
        }
        all.put("maxsum", maxSum());
        all.put("emeas", momentum());
        all.put("emeasSize", Math.abs(momentum()));
        clusters(all);
        return all;
    }

    private double sum(Term term) {
        double sum = 0;
        for (int z = 0; z < 50; z++) {
            for (int x = 0; x < 32; x++) {
                for (int y = 0; y < 32; y++) {
                    double e = energy[z][x][y];
                    if (e > 0) {
                        sum += term.of(
                                e, -60 + 3.75 * (x + 0.5) - muonX, -60 + 3.75 * (y + 0.5) - muonY, 40.64 * (z + 0.5));
                    }
                }
            }
        }
        return sum;
    }

    private double spread(double from, double to) {
        return over(
                sum((e, x, y, z) -> z >= from && z < to ? e * (x * x + y * y) : 0),
                sum((e, x, y, z) -> z >= from && z < to ? e : 0));
    }

    private static double over(double sum, double energy) {
        return energy > 0 ? sum / energy : 0;
    }

    private double at(int z, int x, int y) {
        return z < 0 || z >= 50 || x < 0 || x >= 32 || y < 0 || y >= 32 ? 0 : energy[z][x][y];
    }

    private double maxSum() {
        double most = 0;
        for (int cube = 0; cube < 50 * 32 * 32; cube++) {
            double sum = 0;
            for (int step = 0; step < 27; step++) {
                sum += at(cube / 1024 + step / 9 - 1, cube / 32 % 32 + step / 3 % 3 - 1, cube % 32 + step % 3 - 1);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private double momentum() {
        double[] half = new double[6];
        for (int i = 0; i < 2; i++) {
            double from = 1016 * i;
            double to = from + 1016;
            half[3 * i] = sum((e, x, y, z) -> z > from && z < to ? e * Math.exp(-Math.abs(y) / 50) : 0);
            half[3 * i + 1] = sum((e, x, y, z) -> z > from && z < to ? e * Math.exp(-Math.abs(y) / 50) * x : 0);
            half[3 * i + 2] = sum((e, x, y, z) -> z > from && z < to ? e * Math.exp(-Math.abs(y) / 50) * z : 0);
        }
        if (half[0] == 0 || half[3] == 0) {
            return 0;
        }
        double x1 = half[1] / half[0];
        double z1 = half[2] / half[0];
        double x2 = half[4] / half[3];
        double z2 = half[5] / half[3];
        // The bisector of both points meets z = 0 in the centre of the circle.
        double centre = (x1 + x2) / 2 + (z2 - z1) / (x2 - x1) * (z1 + z2) / 2;
        return Math.signum(x2 - x1) * Math.min(0.6e-3 * Math.hypot(x1 - centre, z1), 1e4);
    }

    private void clusters(Map<String, Double> all) {
        int towerX = (int) Math.floor((muonX + 60) / 3.75);
        int towerY = (int) Math.floor((muonY + 60) / 3.75);
        Predicate<Set<Cell>> onTrack = cluster -> cluster.stream().anyMatch(c -> c.x == towerX && c.y == towerY);
        Set<Set<Cell>> clusters = new HashSet<>();
        for (int z = 0; z < 50; z++) {
            for (int x = 0; x < 32; x++) {
                for (int y = 0; y < 32; y++) {
                    if (energy[z][x][y] > ABOVE) {
                        clusters.add(cluster(new Cell(z, x, y)));
                    }
                }
            }
        }
        String[] on = {"nclu", "ncellmax", "eclumax", "epercell", "avgcells"};
        String[] off = {"nclu1", "ncellmax1", "eclumax1", "epercell1", "avgcells_off_trk"};
        summarise(clusters.stream().filter(onTrack).collect(Collectors.toSet()), on, all);
        summarise(clusters.stream().filter(onTrack.negate()).collect(Collectors.toSet()), off, all);
        double[] extent = new double[3];
        clusters.stream().filter(onTrack).forEach(cluster -> {
            extent[0] = Math.max(
                    extent[0], extent(cluster.stream().mapToInt(Cell::x).toArray()));
            extent[1] = Math.max(
                    extent[1], extent(cluster.stream().mapToInt(Cell::y).toArray()));
            extent[2] = Math.max(
                    extent[2], extent(cluster.stream().mapToInt(Cell::z).toArray()));
        });
        all.put("maxdepthx", extent[0]);
        all.put("maxdepthy", extent[1]);
        all.put("maxdepthz", extent[2]);
    }

    private static int extent(int[] places) {
        Arrays.sort(places);
        return places[places.length - 1] - places[0];
    }

    private void summarise(Set<Set<Cell>> clusters, String[] names, Map<String, Double> all) {
        double most = clusters.stream().mapToInt(Set::size).max().orElse(0);
        double energies = clusters.stream()
                .mapToDouble(cluster ->
                        cluster.stream().mapToDouble(c -> energy[c.z][c.x][c.y]).sum())
                .max()
                .orElse(0);
        all.put(names[0], (double) clusters.size());
        all.put(names[1], most);
        all.put(names[2], energies);
        all.put(names[3], over(energies, most));
        all.put(names[4], clusters.stream().mapToInt(Set::size).average().orElse(0));
    }

    private Set<Cell> cluster(Cell seed) {
        Set<Cell> cluster = new HashSet<>(Set.of(seed));
        Deque<Cell> open = new ArrayDeque<>(cluster);
        while (!open.isEmpty()) {
            Cell c = open.pop();
            for (int step = -1; step <= 1; step += 2) {
                for (Cell next : new Cell[] {
                    new Cell(c.z + step, c.x, c.y), new Cell(c.z, c.x + step, c.y), new Cell(c.z, c.x, c.y + step)
                }) {
                    if (at(next.z, next.x, next.y) > ABOVE && cluster.add(next)) {
                        open.push(next);
                    }
                }
            }
        }
        return cluster;
    }
}
