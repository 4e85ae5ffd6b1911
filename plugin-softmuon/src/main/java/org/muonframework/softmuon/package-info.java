/** Place of the soft-muon analysis, which is not built yet. */
package org.muonframework.softmuon;
