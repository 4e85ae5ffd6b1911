package org.muonframework.report.draw;

import java.awt.Color;

/**
 * Colours for the values of a map, in steps that look equal.
 *
 * <p>They are laid out in the OKLab space of B. Ottosson (<em>A perceptual color space for image processing</em>,
 * 2020): from dark violet over green to light yellow for values of one sign, from blue over near-white to red for
 * values about zero. Lightness is linear in the value, so the map survives print without colour.
 */
enum ColourMap {
    SEQUENTIAL {
        @Override
        Color smooth(double fraction) {
            double hue = Math.toRadians(300 - 195 * fraction);
            double chroma = 0.11 + 0.05 * fraction;
            return color(0.27 + 0.65 * fraction, chroma * Math.cos(hue), chroma * Math.sin(hue));
        }
    },
    DIVERGING {
        @Override
        Color smooth(double fraction) {
            double distance = Math.abs(2 * fraction - 1);
            double hue = Math.toRadians(fraction < 0.5 ? 255 : 25);
            double chroma = 0.17 * distance;
            return color(0.97 - 0.47 * distance, chroma * Math.cos(hue), chroma * Math.sin(hue));
        }
    };

    /** How many colours a map uses. */
    static final int LEVELS = 64;

    abstract Color smooth(double fraction);

    /** The colour of a level between 0 and {@link #LEVELS} − 1. */
    Color level(int level) {
        return smooth(level / (LEVELS - 1.0));
    }

    /** The level of a value on a scale from 0 to 1. */
    static int level(double value, Scale scale) {
        return (int) Math.max(0, Math.min(LEVELS - 1, Math.round(scale.at(value) * (LEVELS - 1))));
    }

    /** Black or white, whichever is read better on a colour. */
    static Color textOn(Color background) {
        double luminance = 0.2126 * linear(background.getRed())
                + 0.7152 * linear(background.getGreen())
                + 0.0722 * linear(background.getBlue());
        return luminance > 0.18 ? Color.BLACK : Color.WHITE;
    }

    private static Color color(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Color(
                gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static int gamma(double linear) {
        double inside = Math.max(0, Math.min(1, linear));
        double encoded = inside <= 0.0031308 ? 12.92 * inside : 1.055 * Math.pow(inside, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }

    private static double linear(int encoded) {
        double value = encoded / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
