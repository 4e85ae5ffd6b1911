/** The energy of muons of 50 GeV to 8 TeV from what they radiate in a finely divided calorimeter. */
package org.muonframework.calorimeter;
