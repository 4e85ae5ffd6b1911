/**
 * From a dataset to rows in memory that a model can learn from: derived columns, selection, missing values, weights,
 * and the split by event.
 *
 * <p>{@link org.muonframework.data.Preparation} is the door. It checks a {@link org.muonframework.data.PreparationPlan}
 * against the columns before any data is read, then reads the dataset once, batch by batch, and keeps only what was
 * selected. {@link org.muonframework.data.FeatureReader} reads features again for a trained model.
 */
package org.muonframework.data;
