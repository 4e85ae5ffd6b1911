/**
 * What a plugin author sees: seven services, found by {@link java.util.ServiceLoader}, and the types they speak.
 *
 * <ul>
 *   <li>{@link org.muonframework.spi.DatasetProvider} reads or simulates rows,
 *   <li>{@link org.muonframework.spi.TransformProvider} computes further columns of them,
 *   <li>{@link org.muonframework.spi.ModelProvider} describes an untrained model,
 *   <li>{@link org.muonframework.spi.TrainerProvider} fits it,
 *   <li>{@link org.muonframework.spi.MetricProvider} judges it,
 *   <li>{@link org.muonframework.spi.DisplayProvider} draws one row,
 *   <li>{@link org.muonframework.spi.AnalysisProvider} names a preset that puts these together.
 * </ul>
 *
 * <p>A plugin is a JAR (or a folder of them) that names its implementations in {@code META-INF/services}. Its manifest
 * carries {@code Framework-Spi-Version} (see {@link org.muonframework.spi.SpiVersion}) and may carry
 * {@code Framework-Plugin-Id} and {@code Framework-Plugin-Version}. It is loaded in a class loader of its own and sees
 * of the host only this package and those below it, {@code org.muonframework.physics}, {@code org.muonframework.stats},
 * {@code ai.djl}, {@code com.typesafe.config}, {@code org.slf4j}, {@code com.google.inject} and what that exposes; its
 * own libraries travel with it.
 *
 * <p>No argument and no result is ever {@code null}. New methods in these interfaces are always {@code default}, so that
 * old plugins go on working. This package and those below it depend on no other package of core.
 */
package org.muonframework.spi;
