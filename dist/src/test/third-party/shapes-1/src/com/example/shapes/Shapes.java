package com.example.shapes;

/** Version 1 of a library. */
public final class Shapes {

    private Shapes() {}

    public static double circle(double radius) {
        return Math.PI * radius * radius;
    }
}
