/**
 * The arithmetic of dense networks on blocks of rows in plain arrays, once with vectors of the processor and once without.
 * Knows nothing of networks.
 */
package org.muonframework.train.fused.kernel;
