package com.example.shapes;

/** Version 2 of the same library, which knows no circles any more. */
public final class Shapes {

    private Shapes() {}

    public static double ellipse(double a, double b) {
        return Math.PI * a * b;
    }
}
