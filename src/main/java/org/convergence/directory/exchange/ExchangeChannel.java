package org.convergence.directory.exchange;

import java.util.Locale;

/** The channel of an exchange. */
public enum ExchangeChannel {
    MAIL,
    PHONE,
    MEETING,
    LETTER,
    OTHER;

    /** The message key of its name. */
    public String key() {
        return "exchange.channel." + name().toLowerCase(Locale.ROOT);
    }
}
