/** The network that is trained for the smallest cross-section in reach, at all masses at once. */
package org.muonframework.darksector.model;
