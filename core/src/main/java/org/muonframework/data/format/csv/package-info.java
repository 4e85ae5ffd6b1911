/**
 * Text tables: CSV, TSV and their relatives, plain or compressed by gzip; read and written through DuckDB.
 *
 * <p>The first line names the columns. Blanks around names and values are not part of them; a value in double quotes
 * may hold anything, a double quote is then written twice (RFC 4180). An empty value, {@code nan}, {@code na},
 * {@code n/a}, {@code null} and {@code none} stand for a missing number, or a list without elements.
 *
 * <p>A column of lists of numbers has them as DuckDB writes them: {@code "[1, 2.5, nan]"}.
 *
 * <p>DuckDB divides all of the file and turns texts into numbers. Our own code looks at the first megabyte, for the
 * delimiter and the names, and looks for the line of a fault when DuckDB met one.
 */
package org.muonframework.data.format.csv;
