package org.muonframework.dimuon.collider;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.figure.Shape;

/**
 * The lines of a CMS event, in m: tracks as cubic curves between their measured ends, muons through the places that the
 * file has for each.
 */
record CmsTracks(Lists lists) {

    private static final int PIECES = 12;

    static CmsTracks of(Event event) {
        return new CmsTracks(new Lists(event));
    }

    /** Number of all tracks. */
    int count() {
        return lists.numbers("Tracks_pt").length;
    }

    /** Tracks with at least so much transverse momentum in GeV. */
    List<Shape.Line> tracks(double leastPt) {
        double[] pt = lists.numbers("Tracks_pt");
        List<double[]> begins = lists.vectors("Extras_pos_1");
        List<double[]> ends = lists.vectors("Extras_pos_2");
        List<double[]> first = lists.vectors("Extras_dir_1");
        List<double[]> last = lists.vectors("Extras_dir_2");
        int extras = Math.min(Math.min(begins.size(), ends.size()), Math.min(first.size(), last.size()));
        List<Shape.Line> lines = new ArrayList<>();
        for (int track = 0; track < pt.length; track++) {
            if (pt[track] >= leastPt) {
                lists.partners("TrackExtras", track).stream()
                        .filter(extra -> extra >= 0 && extra < extras)
                        .map(extra -> curve(begins.get(extra), first.get(extra), ends.get(extra), last.get(extra)))
                        .flatMap(places -> Places.line(places).stream())
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** A global muon from the beam outwards; empty where the file has no places for it. */
    List<Shape.Line> muon(int muon) {
        List<double[]> points = lists.vectors("Points_pos");
        List<double[]> places = lists.partners("MuonGlobalPoints", muon).stream()
                .filter(point -> point >= 0 && point < points.size())
                .map(points::get)
                .toList();
        return Places.line(places).stream().toList();
    }

    /**
     * The cubic curve between two places with the directions there; each of its control points is a quarter of the
     * distance away, as in iSpy.
     */
    static List<double[]> curve(double[] from, double[] fromDirection, double[] to, double[] toDirection) {
        double[][] control = {from, new double[3], new double[3], to};
        double reach = distance(from, to) / 4;
        double firstLength = distance(fromDirection, new double[3]);
        double lastLength = distance(toDirection, new double[3]);
        for (int axis = 0; axis < 3; axis++) {
            control[1][axis] = from[axis] + reach * fromDirection[axis] / firstLength;
            control[2][axis] = to[axis] - reach * toDirection[axis] / lastLength;
        }
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            double u = 1 - t;
            double[] weights = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
            double[] at = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                for (int k = 0; k < 4; k++) {
                    at[axis] += weights[k] * control[k][axis];
                }
            }
            places.add(at);
        }
        return places;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }
}
