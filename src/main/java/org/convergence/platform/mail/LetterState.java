package org.convergence.platform.mail;

/** The state of a letter. Only {@link #SENT} and {@link #DELIVERED_OTHERWISE} mean that it left. */
public enum LetterState {
    /** In the queue: no mail server is set, its turn has not come, or it is leaving now. */
    WAITING,
    /** Held back: taken back, not allowed, or no longer true when its turn came. */
    WITHHELD,
    /** The mail server took it. */
    SENT,
    /** Interrupted while being sent: the outcome is unknown. */
    PERHAPS_SENT,
    /** The recipient's server refused it, at once or later, or it was given up after days of attempts. */
    REFUSED,
    /** Delivered by post or by hand, or told, as a person noted. */
    DELIVERED_OTHERWISE;

    /** Whether it left, so that deadlines count from its day. */
    public boolean hasLeft() {
        return this == SENT || this == DELIVERED_OTHERWISE;
    }

    /** Key of its message, in lower case. */
    public String key() {
        return "mail.letter." + name();
    }
}
