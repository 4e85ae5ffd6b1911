/** The mass of four leptons: what is expected, process by process, and real events over it. */
package org.muonframework.dimuon.higgs.spectrum;
