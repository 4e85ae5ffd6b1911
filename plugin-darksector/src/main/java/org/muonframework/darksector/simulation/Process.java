package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;

/** Makes events of one process in two steps, so that only events that are kept are finished. */
interface Process {

    /**
     * Draws the collision and the masses and energies of an event.
     *
     * @return its weight; the mean is the cross section in fb, of all collisions within the limit of the initial state
     *     and times their share; 0 for an impossible event
     */
    double propose(Event event, RandomGenerator random);

    /** Draws the directions of what was proposed; the four momenta are then in the frame of the beams. */
    void finish(Event event, RandomGenerator random);

    /** What the column {@code process} says: 0 signal, 1 double conversion, 2 FSR conversion, 3 others. */
    int code();
}
