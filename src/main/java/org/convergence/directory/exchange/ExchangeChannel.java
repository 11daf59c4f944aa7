package org.convergence.directory.exchange;

import java.util.Locale;

/** By what an exchange took place. */
public enum ExchangeChannel {
    MAIL,
    PHONE,
    MEETING,
    LETTER,
    OTHER;

    /** Key of its name in the messages. */
    public String key() {
        return "exchange.channel." + name().toLowerCase(Locale.ROOT);
    }
}
