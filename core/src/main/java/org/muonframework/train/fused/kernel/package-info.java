/**
 * The arithmetic of networks on plain arrays, once with vectors of the processor and once without: of dense ones on blocks
 * of rows, of convolutions on groups of rows that lie side by side. Knows nothing of networks.
 */
package org.muonframework.train.fused.kernel;
