/**
 * One run from plan to report: the analysis file becomes a plan, the plan a run directory.
 *
 * <p>{@link org.muonframework.run.plan.PlanReader} binds the configuration to a plan;
 * {@link org.muonframework.run.assemble.Assembler} makes of it everything that can be made and checked before data is
 * read; {@link org.muonframework.run.AnalysisRunner} does the work, stage by stage.
 */
package org.muonframework.run;
