package org.muonframework.darksector.model;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Rows;

/** A search at six masses, where two features tell signal from background, the better the higher the mass. */
final class ToySearch {

    static final Task TASK = new Task(List.of("x", "y", "mass"), List.of("background", "signal"), List.of());
    private static final int MASSES = 6;

    private ToySearch() {}

    /** The settings of a section {@code loss} with this text. */
    static PunziLossSettings settings(String text) {
        return bind("loss { " + text + " }", PunziNetSettings.class).loss();
    }

    /** The settings of a section with this text. */
    static <S extends Record> S bind(String text, Class<S> type) {
        Problems problems = new Problems();
        ConfigObject section = ConfigFactory.parseString("it { " + text + " }").getObject("it");
        S bound = new SettingsBinder()
                .bind(section, "it", type, Set.of(), problems)
                .orElse(null);
        problems.throwIfAny();
        return bound;
    }

    /** Rows of which every second one is signal; the background is 5000 events in 2 {@code count} rows. */
    static Rows rows(int count, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[3][count];
        int[] labels = new int[count];
        float[] weights = new float[count];
        Map<String, double[]> columns = new HashMap<>();
        for (String name : new PunziLoss(settings("")).columns()) {
            columns.put(name, new double[count]);
        }
        for (int row = 0; row < count; row++) {
            boolean signal = row % 2 == 0;
            int point = random.nextInt(MASSES);
            double genMass = signal ? 1 + point : -999;
            double mass = signal ? genMass + 0.2 * (random.nextDouble() - 0.5) : 0.5 + MASSES * random.nextDouble();
            features[0][row] = (float) (random.nextGaussian() + (signal ? 0.3 * mass : 0));
            features[1][row] = (float) (random.nextGaussian() - (signal ? 0.2 * mass : 0));
            features[2][row] = (float) mass;
            labels[row] = signal ? 1 : 0;
            weights[row] = 1;
            columns.get("mass")[row] = mass;
            columns.get("genMass")[row] = genMass;
            columns.get("generated")[row] = signal ? (double) count / MASSES * 2 : 0;
            columns.get("label == 1")[row] = labels[row];
            columns.get("signalEvent == 0")[row] = 1 - labels[row];
            columns.get("weight")[row] = signal ? 1 : 5000.0 / count;
            columns.get("0.25")[row] = 0.25;
        }
        return new Rows(features, labels, new float[0][], weights, columns, new long[0]);
    }
}
