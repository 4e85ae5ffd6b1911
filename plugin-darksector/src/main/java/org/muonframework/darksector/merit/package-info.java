/** How good a selection of Z' candidates is: Punzi's figure of merit and sensitivity, and a metric of both. */
package org.muonframework.darksector.merit;
