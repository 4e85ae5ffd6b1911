/**
 * The fixed-target experiment SpinQuest (E1039) at Fermilab: protons of 120 GeV hit a target upstream of an iron magnet
 * that is the beam dump as well, and two stations behind it measure both muons of a pair.
 *
 * <p>Here is what simulation and reconstruction share: geometry, regions of vertices, names of columns, kinematics of
 * pairs. z runs along the beam and is 0 at the face of the iron; lengths are in cm, momenta in GeV.
 */
package org.muonframework.dimuon.spinquest;
