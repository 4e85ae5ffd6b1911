/** One row of a dataset as a page: {@code framework display}. */
package org.muonframework.run.display;
