package org.muonframework.train.trees;

import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost's own message without its source lines and stack trace. */
final class NativeFailure {

    private NativeFailure() {}

    static String reason(XGBoostError error) {
        String message = String.valueOf(error.getMessage());
        int trace = message.indexOf("Stack trace:");
        String reason = trace < 0 ? message : message.substring(0, trace);
        return reason.replaceAll("\\[\\d\\d:\\d\\d:\\d\\d\\] \\S+:\\d+: ", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
