/** How well the energy of muons is measured: bias, resolution, and what it adds to the tracker. */
package org.muonframework.calorimeter.resolution;
