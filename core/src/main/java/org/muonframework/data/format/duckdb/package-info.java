/**
 * DuckDB, the engine that reads and writes tables in files, for the formats that go through it.
 *
 * <p>It runs within the process, on a database in memory of each reader's own. It loads no extensions, never goes to the
 * network and leaves nothing in the user's home. Its native library is loaded when the first file is opened.
 */
package org.muonframework.data.format.duckdb;
