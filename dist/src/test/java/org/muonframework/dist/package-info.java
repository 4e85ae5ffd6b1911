/** Tests of the finished distribution: they start its command as a user would and look at what comes out. */
package org.muonframework.dist;
