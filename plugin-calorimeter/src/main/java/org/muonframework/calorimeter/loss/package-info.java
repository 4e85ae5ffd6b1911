/** What the energy regression makes small: a relative squared error in which outliers count less. */
package org.muonframework.calorimeter.loss;
