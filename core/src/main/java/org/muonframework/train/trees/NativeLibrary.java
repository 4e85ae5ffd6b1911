package org.muonframework.train.trees;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.muonframework.spi.problem.ConfigurationException;

/** XGBoost's native library, which is loaded by the first use of one of its classes. */
final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * Loads it and makes a matrix of one number.
     *
     * @return what was found
     * @throws ConfigurationException if it does not work here
     */
    @SuppressWarnings("try") // Closing is all that the resource is for.
    static String load() {
        try (ContextLoader loader = new ContextLoader()) {
            new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
            return "XGBoost starts";
        } catch (XGBoostError | LinkageError e) {
            throw new ConfigurationException("XGBoost does not start (" + e.getMessage()
                    + "); it runs on Linux and macOS, and needs OpenMP: on Debian and Ubuntu install libgomp1");
        }
    }
}
