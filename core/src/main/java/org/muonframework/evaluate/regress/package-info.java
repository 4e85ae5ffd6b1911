/** Metrics of regressions: how far predicted targets are from the truth. */
package org.muonframework.evaluate.regress;
