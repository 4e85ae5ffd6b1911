/** The hits of the calorimeter as files hold them, as numbers of cells with their energies. */
package org.muonframework.calorimeter.hits;
