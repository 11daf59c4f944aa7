package org.convergence.platform.database;

import java.util.Arrays;

/** A rule forbids what was asked. Carries the key of the sentence that says why and what to do, shown with 422. */
public class Refused extends RuntimeException {

    private final String messageKey;
    private final Object[] arguments;

    public Refused(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    /** The key in {@code messages/}. */
    public String messageKey() {
        return messageKey;
    }

    /** What the sentence names: figures, dates, titles. */
    public Object[] arguments() {
        return Arrays.copyOf(arguments, arguments.length);
    }
}
