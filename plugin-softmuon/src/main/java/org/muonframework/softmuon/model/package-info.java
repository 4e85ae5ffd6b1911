/** The network that tells muons of heavy flavour from those of hadrons that decayed in flight. */
package org.muonframework.softmuon.model;
