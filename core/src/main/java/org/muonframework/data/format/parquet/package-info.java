/** Apache Parquet, read and written through DuckDB. */
package org.muonframework.data.format.parquet;
