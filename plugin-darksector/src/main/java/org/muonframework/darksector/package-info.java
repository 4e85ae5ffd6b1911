/** Place of the dark-sector analysis, which is not built yet. */
package org.muonframework.darksector;
