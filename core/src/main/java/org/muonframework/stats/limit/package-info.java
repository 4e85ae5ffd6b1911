/**
 * Limits on the strength of a signal in counting experiments, by the CLs method (A. Read, J. Phys. G 28 (2002) 2693):
 * asymptotically for one or several bins, exactly for one.
 *
 * <p>A signal is excluded at the confidence level c where CLs &lt; 1 − c.
 */
package org.muonframework.stats.limit;
