/**
 * Figures as files and the report of a run: one HTML page that opens offline.
 *
 * <p>A {@link org.muonframework.report.Report} is data; {@link org.muonframework.report.ReportWriter} lays it out.
 * How figures are drawn is the business of {@link org.muonframework.report.draw}.
 */
package org.muonframework.report;
