package org.convergence.education.workshop;

/** What a refusal for lack of capacity offers instead (R-EDU-1). */
public enum RefusalOffer {
    /** The outline and its material, to give the workshop oneself. */
    KIT,
    /** A date later in the year, or next year. */
    DATE,
    /** Another organisation or person. */
    SOMEONE;

    /** The message key of its name. */
    public String key() {
        return "workshop.alternative." + name();
    }
}
