/**
 * The vertex without a network: both tracks are followed from station 1 back through the iron, and where they come
 * nearest to the beam together they were made.
 */
package org.muonframework.dimuon.spinquest.swim;
