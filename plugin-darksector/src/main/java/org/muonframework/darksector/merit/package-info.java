/** How good a selection of Z' candidates is: Punzi's figure of merit, his sensitivity and the metric that reports both. */
package org.muonframework.darksector.merit;
