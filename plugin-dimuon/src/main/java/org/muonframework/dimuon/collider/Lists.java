package org.muonframework.dimuon.collider;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.display.Event;

/** Lists of a CMS event by the names of collection and field. */
record Lists(Event event) {

    /** A list of numbers; empty where there is no such column. */
    double[] numbers(String column) {
        return event.has(column) ? event.numbers(column) : new double[0];
    }

    /** A list of vectors, each x, y and z, in the units of the file. */
    List<double[]> vectors(String column) {
        double[] x = numbers(column + "_x");
        double[] y = numbers(column + "_y");
        double[] z = numbers(column + "_z");
        List<double[]> vectors = new ArrayList<>();
        for (int i = 0; i < Math.min(x.length, Math.min(y.length, z.length)); i++) {
            vectors.add(new double[] {x[i], y[i], z[i]});
        }
        return vectors;
    }

    /** The numbers of those elements that an association gives an element of the first collection. */
    List<Integer> partners(String association, int element) {
        double[] first = numbers(association + "_first");
        double[] second = numbers(association + "_second");
        List<Integer> partners = new ArrayList<>();
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            if (first[i] == element) {
                partners.add((int) second[i]);
            }
        }
        return partners;
    }
}
