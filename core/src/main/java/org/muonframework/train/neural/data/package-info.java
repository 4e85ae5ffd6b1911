/** From columns to the scaled rows that a network takes, and back. */
package org.muonframework.train.neural.data;
