/**
 * What a calorimeter's hits say about the muon, in 28 numbers an event, and one more.
 *
 * <p>{@link org.muonframework.calorimeter.features.HighLevelFeature} lists them, {@link
 * org.muonframework.calorimeter.features.FeatureSet} names the subsets used in training, and {@link
 * org.muonframework.calorimeter.features.FeatureCalculator} computes them, event by event in the same memory.
 */
package org.muonframework.calorimeter.features;
