/** Displays of SpinQuest events: both tracks of a pair, from the vertex to station 3. */
package org.muonframework.dimuon.spinquest.display;
