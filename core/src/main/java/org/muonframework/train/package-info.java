/** What the trainers of core share; each has a package of its own below. */
package org.muonframework.train;
