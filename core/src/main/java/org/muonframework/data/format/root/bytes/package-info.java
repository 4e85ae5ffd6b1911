/** Big-endian bytes with their bounds checked, files read at a position, and what goes wrong with them. */
package org.muonframework.data.format.root.bytes;
