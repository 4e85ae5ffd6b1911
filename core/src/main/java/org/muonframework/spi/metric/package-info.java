/** Metrics: from predictions and truth to values with uncertainties and figures. */
package org.muonframework.spi.metric;
