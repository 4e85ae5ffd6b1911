/** Datasets with the columns that transforms of plugins compute, row by row, on several threads. */
package org.muonframework.data.transform;
