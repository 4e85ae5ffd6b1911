/** Displays of events at a collider: leptons in the field of a solenoid, and events of CMS with tracks and cells. */
package org.muonframework.dimuon.collider;
