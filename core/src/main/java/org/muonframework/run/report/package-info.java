/**
 * The report of one run, composed of what it found.
 *
 * <p>{@link org.muonframework.run.report.AnalysisReport} puts the tables and figures of all chapters together; how they
 * are written and drawn is the matter of {@code org.muonframework.report}.
 */
package org.muonframework.run.report;
