package org.convergence.platform.database;

import java.util.Arrays;

/** A rule refuses the request. Carries the key of the message that says why and what to do; shown with 422. */
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

    /** The message's arguments: figures, dates, titles. */
    public Object[] arguments() {
        return Arrays.copyOf(arguments, arguments.length);
    }
}
