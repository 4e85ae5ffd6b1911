/** What formats of plain binary numbers share: how bytes become values, and where in a row they are. */
package org.muonframework.data.format.binary;
