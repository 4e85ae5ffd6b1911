/** Networks for the energy of a muon: dense layers on features, and convolutions on the cells of the calorimeter. */
package org.muonframework.calorimeter.model;
