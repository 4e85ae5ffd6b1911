package com.example.rings;

import org.muonframework.spi.AnalysisProvider;

public final class Toy implements AnalysisProvider {

    public String name() { return "toy"; }

    public String description() { return "Is a point on the ring?"; }
}
