/**
 * What an analysis is made of, as far as it can be made before data is read.
 *
 * <p>{@link org.muonframework.run.assemble.Assembler} calls the services that a plan names and holds dataset, models,
 * trainers and metrics against each other; what fits is an {@link org.muonframework.run.assemble.Assembly}.
 */
package org.muonframework.run.assemble;
