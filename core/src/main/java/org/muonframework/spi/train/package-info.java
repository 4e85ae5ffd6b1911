/** Training: what a trainer gets, what it gives back, and how it reports on the way. */
package org.muonframework.spi.train;
