package org.muonframework.darksector.merit;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** The columns that a search for a Z' needs, by expressions. */
@Doc("expressions over the columns of a candidate table, where they are not named as in the simulation")
public record SearchColumns(
        @Doc("measured mass of the candidate, in GeV") @Default("mass")
        String mass,

        @Doc("mass of the generated Z', in GeV; not above 0 for background") @Default("genMass")
        String genMass,

        @Doc("number of the event; the candidates of one event follow each other") @Default("event")
        String event,

        @Doc("signal: how many events were generated at this mass, before acceptance and selection")
        @Default("generated")
        String generated) {}
