/**
 * Models before training: a neural architecture as data, or a description of a tree ensemble.
 *
 * <p>A neural architecture is a small graph of {@link org.muonframework.spi.model.Layer} records with its losses. From
 * this one description come the block that an engine trains, the fast training paths, the parameter count, the picture
 * in the report and the check of shapes before any data is read.
 */
package org.muonframework.spi.model;
