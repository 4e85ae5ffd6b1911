/**
 * The analysis file: HOCON read in layers, bound to typed settings records, with every problem at its file and line.
 *
 * <p>{@link org.muonframework.config.AnalysisFileReader} stacks the command line's {@code --set} over the user's file
 * over the preset; {@link org.muonframework.config.SettingsBinder} turns a section into a settings record;
 * {@link org.muonframework.config.SettingsDescriber} prints what a record allows; and
 * {@link org.muonframework.config.ConfigText} writes the resolved configuration back. {@link
 * org.muonframework.config.Problems} collects whatever is wrong on the way, so that the user sees all of it at once.
 */
package org.muonframework.config;
