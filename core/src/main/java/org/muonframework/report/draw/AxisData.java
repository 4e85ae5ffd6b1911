package org.muonframework.report.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.figure.Axis;

/** What a script must know of an axis to draw its ticks anew and to read values off it. */
final class AxisData {

    private AxisData() {}

    /**
     * The axis as named data: {@code x-span} with both ends, {@code x-log}, {@code x-name}, {@code x-unit},
     * {@code x-exponent} that its labels leave out, and {@code x-names} of categories, a line each.
     *
     * @param prefix {@code x} or {@code y}
     * @param names of categories; empty for numbers
     */
    static Map<String, String> of(String prefix, Axis axis, Scale scale, AxisTicks ticks, List<String> names) {
        Map<String, String> data = new HashMap<>();
        data.put("span", scale.min() + " " + scale.max());
        data.put("log", scale.logarithmic() ? "yes" : "");
        data.put("name", axis.title());
        data.put("unit", axis.unit());
        data.put("exponent", ticks.exponent() == 0 ? "" : Integer.toString(ticks.exponent()));
        data.put("names", String.join("\n", names));
        Map<String, String> prefixed = new HashMap<>();
        data.forEach((key, value) -> {
            if (!value.isEmpty()) {
                prefixed.put(prefix + "-" + key, value);
            }
        });
        return prefixed;
    }
}
