/**
 * Annotations on the components of a settings record: documentation, default, unit, range, and the types it is for.
 *
 * <p>A settings record is the whole description of what a user may write in a section of the analysis file. The
 * framework binds the section to the record, refuses unknown keys, checks ranges and prints the record in
 * {@code framework describe}. Component names are camelCase in Java and kebab-case in the file
 * ({@code learningRate} is {@code learning-rate}). Supported component types: {@code int}, {@code long},
 * {@code double}, {@code boolean}, {@code String}, enums (kebab-case in the file), nested records,
 * {@code Optional}, {@code List} and {@code Map<String, …>} of these.
 *
 * <p>A component without {@link org.muonframework.spi.settings.Default} that is not an {@code Optional} must be
 * given by the user. A compact constructor may check what an annotation cannot say, by throwing
 * {@link java.lang.IllegalArgumentException} with a message for the user.
 */
package org.muonframework.spi.settings;
