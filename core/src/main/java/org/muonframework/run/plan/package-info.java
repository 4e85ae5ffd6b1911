/**
 * An analysis file whose every key is understood.
 *
 * <p>{@link org.muonframework.run.plan.PlanReader} binds the configuration to an
 * {@link org.muonframework.run.plan.AnalysisPlan}: one record for each section, every problem with its file and line.
 */
package org.muonframework.run.plan;
