/** The hits of the calorimeter as files hold them, brought into the form of the simulation: cells and their energies. */
package org.muonframework.calorimeter.hits;
