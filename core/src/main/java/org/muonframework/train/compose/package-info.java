/**
 * Trainers made of trainers: one model for each region of a variable, the search for the best settings on a grid, and
 * the mean of several models.
 *
 * <p>Each is a {@link org.muonframework.spi.train.Trainer} whose parts are made by a
 * {@link org.muonframework.train.compose.TrainerSource}, and its trained model is made of trained models, saved in
 * directories of their own. So whatever works with one model (folds, variations, going on after an interruption,
 * prediction) works with these.
 */
package org.muonframework.train.compose;
