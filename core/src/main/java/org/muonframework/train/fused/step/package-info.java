/**
 * One training step of a network: the operations forward and back, the memory they work in, and the stages between which
 * all threads wait for each other.
 */
package org.muonframework.train.fused.step;
