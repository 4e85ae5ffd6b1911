/**
 * Relativistic kinematics in GeV and radians: constants, formulas for one pair, and four-vectors over whole columns.
 *
 * <p>A four-vector is (px, py, pz, E), the speed of light is 1. Everything is in double precision. Values that have no
 * physical meaning come back as NaN, never as an exception, so that one bad row does not end an analysis.
 */
package org.muonframework.physics;
