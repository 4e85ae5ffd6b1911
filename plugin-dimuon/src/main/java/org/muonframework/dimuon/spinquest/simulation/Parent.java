package org.muonframework.dimuon.spinquest.simulation;

/** What decays into a pair: source, mass and Feynman's x; used again for the next. */
final class Parent {

    Source source = Source.FLAT;
    double mass;
    double xF;
}
