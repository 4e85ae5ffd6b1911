/**
 * Metrics of selections by a cut on the score: working points beside reference selections, and efficiencies against any
 * variable.
 *
 * <p>A row passes a cut if its score is at least the threshold. A cut that is to reach a signal efficiency is the
 * tightest one that does, so that coarse scores, which cannot reach it exactly, are never flattered.
 */
package org.muonframework.evaluate.select;
