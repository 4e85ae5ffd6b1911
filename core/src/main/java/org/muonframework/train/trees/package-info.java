/**
 * The {@code boosted-trees} trainer: gradient-boosted decision trees by XGBoost (T. Chen and C. Guestrin, KDD 2016,
 * arXiv:1603.02754), with histograms of the features.
 *
 * <p>Nothing native is loaded before a model is trained or loaded.
 */
package org.muonframework.train.trees;
