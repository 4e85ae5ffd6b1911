/** Place of the calorimeter analysis, which is not built yet. */
package org.muonframework.calorimeter;
