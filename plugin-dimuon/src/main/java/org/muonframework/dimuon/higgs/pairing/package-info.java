/** Which two of four leptons come from the same Z, and what follows from it: masses and angles. */
package org.muonframework.dimuon.higgs.pairing;
