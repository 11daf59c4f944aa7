package org.convergence.platform.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says which environment variable keeps the application from starting, instead of a stack trace. */
class WrongVariableAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && message.startsWith("CONVERGENCE_")) {
                return new FailureAnalysis(message + ".", "Correct this variable and start again.", cause);
            }
        }
        return null;
    }
}
