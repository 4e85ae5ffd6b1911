/**
 * What the predictions of a network say of pairs: momenta and masses, the partons' momentum fractions that follow from
 * them, and which of the widths are those of the measurement.
 */
package org.muonframework.dimuon.spinquest.kinematics;
