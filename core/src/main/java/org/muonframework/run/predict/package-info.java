/**
 * Scores of files by the models of a finished run.
 *
 * <p>{@link org.muonframework.run.predict.Predictor} writes them; {@code EventRouter} sees to it that no model scores an
 * event that it was trained on.
 */
package org.muonframework.run.predict;
