/**
 * Metrics that every analysis may ask for: from predictions and truth to values with uncertainties and figures.
 *
 * <p>A value that does not exist (an empty class, no weight, a prediction that is not a number) is NaN with the reason
 * under the key {@code note}, and among the warnings where it is of the whole, else among the notes. No metric fails
 * for that.
 */
package org.muonframework.evaluate;
