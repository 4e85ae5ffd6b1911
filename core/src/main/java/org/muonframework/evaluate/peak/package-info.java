/** Fits of peaks in spectra: masses, widths and yields, with or without a model that selects the rows. */
package org.muonframework.evaluate.peak;
