/** Tables from one format to another, and tables of simulated events. */
package org.muonframework.run.convert;
