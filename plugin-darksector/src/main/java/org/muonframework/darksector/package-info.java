/** Search for a Z′ that decays into two muons, in events with four muons at Belle II. */
package org.muonframework.darksector;
