package org.convergence.platform.mail;

/** How far a letter is. Only {@link #SENT} and {@link #DELIVERED_OTHERWISE} say that it left. */
public enum LetterState {
    /** In the queue: no mail server is set, or its turn has not come. */
    WAITING,
    /** Held back: taken back, not allowed, or given up after failures of the connection. */
    WITHHELD,
    /** The mail server took it. */
    SENT,
    /** In flight, or cut off in flight: nobody knows. */
    PERHAPS_SENT,
    /** The recipient's server refused it, at once or later. */
    REFUSED,
    /** Delivered by post or by hand, as a person noted. */
    DELIVERED_OTHERWISE;

    /** Whether it left, so that deadlines count from its day. */
    public boolean hasLeft() {
        return this == SENT || this == DELIVERED_OTHERWISE;
    }

    /** Key of its word, in small letters. */
    public String key() {
        return "mail.letter." + name();
    }
}
