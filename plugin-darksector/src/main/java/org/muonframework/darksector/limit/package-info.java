/** Expected limits on the cross-section of a Z' and on its coupling, against its mass. */
package org.muonframework.darksector.limit;
