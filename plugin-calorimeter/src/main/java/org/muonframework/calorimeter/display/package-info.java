/** Displays of events: the energy in the cells of the calorimeter, and the way of the muon. */
package org.muonframework.calorimeter.display;
