package org.muonframework.report.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The widths and outlines of a TrueType font's glyphs, in units of the em, y upwards.
 *
 * <p>Reads what drawing needs of the OpenType specification (ISO/IEC 14496-22): the tables {@code head}, {@code hhea},
 * {@code hmtx}, {@code loca}, {@code glyf} and a {@code cmap} of format 4, the basic plane of Unicode. Hints, kerning
 * and substitutions are passed over.
 */
final class TrueTypeFont {

    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private static final int WORDS = 1;
    private static final int OFFSETS = 2;
    private static final int SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;

    private final ByteBuffer file;
    private final Map<String, Integer> tables = new HashMap<>();
    private final double unitsPerEm;
    private final boolean longOffsets;
    private final int widths;
    private final int characters;

    /**
     * Opens a font.
     *
     * @throws IllegalArgumentException if it has no {@code cmap} of format 4
     */
    TrueTypeFont(byte[] content) {
        file = ByteBuffer.wrap(content);
        int count = unsigned(4);
        for (int i = 0; i < count; i++) {
            byte[] tag = new byte[4];
            file.get(12 + 16 * i, tag);
            tables.put(new String(tag, StandardCharsets.US_ASCII), file.getInt(12 + 16 * i + 8));
        }
        unitsPerEm = unsigned(tables.get("head") + 18);
        longOffsets = unsigned(tables.get("head") + 50) == 1;
        widths = unsigned(tables.get("hhea") + 34);
        characters = characters();
    }

    /** How far the next character stands to the right. */
    double advance(int character) {
        int glyph = Math.min(glyph(character), widths - 1);
        return unsigned(tables.get("hmtx") + 4 * glyph) / unitsPerEm;
    }

    /** The outline of a character; an empty box if the font lacks it. */
    Path2D outline(int character) {
        Path2D path = new Path2D.Double();
        add(path, glyph(character), AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
        return path;
    }

    private int characters() {
        int cmap = tables.get("cmap");
        for (int i = 0; i < unsigned(cmap + 2); i++) {
            int table = cmap + file.getInt(cmap + 4 + 8 * i + 4);
            if (unsigned(table) == 4) {
                return table;
            }
        }
        throw new IllegalArgumentException("the font maps no Unicode characters");
    }

    private int glyph(int character) {
        int segments = unsigned(characters + 6) / 2;
        int ends = characters + 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int ranges = deltas + 2 * segments;
        for (int i = 0; i < segments; i++) {
            if (character <= unsigned(ends + 2 * i)) {
                int start = unsigned(starts + 2 * i);
                if (character < start) {
                    return 0;
                }
                int range = unsigned(ranges + 2 * i);
                int base = range == 0 ? character : unsigned(ranges + 2 * i + range + 2 * (character - start));
                return base == 0 ? 0 : (base + unsigned(deltas + 2 * i)) & 0xffff;
            }
        }
        return 0;
    }

    private void add(Path2D path, int glyph, AffineTransform transform) {
        int from = offset(glyph);
        if (from == offset(glyph + 1)) {
            return;
        }
        int table = tables.get("glyf") + from;
        int contours = file.getShort(table);
        if (contours < 0) {
            addParts(path, table + 10, transform);
        } else {
            addContours(path, table + 10, contours, transform);
        }
    }

    private int offset(int glyph) {
        int table = tables.get("loca");
        return longOffsets ? file.getInt(table + 4 * glyph) : 2 * unsigned(table + 2 * glyph);
    }

    private void addParts(Path2D path, int table, AffineTransform transform) {
        int at = table;
        int flags;
        do {
            flags = unsigned(at);
            int glyph = unsigned(at + 2);
            boolean words = (flags & WORDS) != 0;
            boolean offsets = (flags & OFFSETS) != 0;
            double dx = !offsets ? 0 : words ? file.getShort(at + 4) : file.get(at + 4);
            double dy = !offsets ? 0 : words ? file.getShort(at + 6) : file.get(at + 5);
            at += words ? 8 : 6;
            double[] matrix = {1, 0, 0, 1};
            if ((flags & SCALE) != 0) {
                matrix = new double[] {fraction(at), 0, 0, fraction(at)};
                at += 2;
            } else if ((flags & TWO_SCALES) != 0) {
                matrix = new double[] {fraction(at), 0, 0, fraction(at + 2)};
                at += 4;
            } else if ((flags & MATRIX) != 0) {
                matrix = new double[] {fraction(at), fraction(at + 2), fraction(at + 4), fraction(at + 6)};
                at += 8;
            }
            AffineTransform part = new AffineTransform(transform);
            part.concatenate(new AffineTransform(matrix[0], matrix[1], matrix[2], matrix[3], dx, dy));
            add(path, glyph, part);
        } while ((flags & MORE) != 0);
    }

    private void addContours(Path2D path, int table, int contours, AffineTransform transform) {
        int points = unsigned(table + 2 * (contours - 1)) + 1;
        int at = table + 2 * contours;
        at += 2 + unsigned(at);
        int[] flags = new int[points];
        for (int i = 0; i < points; i++) {
            flags[i] = file.get(at++) & 0xff;
            if ((flags[i] & REPEAT) != 0) {
                for (int repeats = file.get(at++) & 0xff; repeats > 0; repeats--) {
                    flags[i + 1] = flags[i];
                    i++;
                }
            }
        }
        double[] x = new double[points];
        at = coordinates(x, flags, at, SHORT_X, SAME_X);
        double[] y = new double[points];
        coordinates(y, flags, at, SHORT_Y, SAME_Y);
        Path2D glyph = new Path2D.Double();
        int first = 0;
        for (int contour = 0; contour < contours; contour++) {
            int last = unsigned(table + 2 * contour);
            addContour(glyph, x, y, flags, first, last - first + 1);
            first = last + 1;
        }
        path.append(glyph.getPathIterator(transform), false);
    }

    private int coordinates(double[] values, int[] flags, int from, int isShort, int isSame) {
        int at = from;
        int value = 0;
        for (int i = 0; i < values.length; i++) {
            boolean same = (flags[i] & isSame) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = file.get(at++) & 0xff;
                value += same ? step : -step;
            } else if (!same) {
                value += file.getShort(at);
                at += 2;
            }
            values[i] = value;
        }
        return at;
    }

    /** Adds a closed curve; between two control points lies an implied point, halfway. */
    private static void addContour(Path2D path, double[] x, double[] y, int[] flags, int first, int count) {
        if (count < 2) {
            return;
        }
        int start = 0;
        while (start < count - 1 && (flags[first + start] & ON_CURVE) == 0) {
            start++;
        }
        path.moveTo(x[first + start], y[first + start]);
        for (int i = 1; i <= count; i++) {
            int point = first + (start + i) % count;
            if ((flags[point] & ON_CURVE) != 0) {
                path.lineTo(x[point], y[point]);
                continue;
            }
            int next = first + (start + i + 1) % count;
            boolean reaches = (flags[next] & ON_CURVE) != 0;
            double toX = reaches ? x[next] : (x[point] + x[next]) / 2;
            double toY = reaches ? y[next] : (y[point] + y[next]) / 2;
            path.quadTo(x[point], y[point], toX, toY);
            i += reaches ? 1 : 0;
        }
        path.closePath();
    }

    private int unsigned(int at) {
        return file.getShort(at) & 0xffff;
    }

    private double fraction(int at) {
        return file.getShort(at) / 16384.0;
    }
}
