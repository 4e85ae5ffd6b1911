/** What a run found: values and figures of each model, and how far the models are apart. */
package org.muonframework.run.result;
