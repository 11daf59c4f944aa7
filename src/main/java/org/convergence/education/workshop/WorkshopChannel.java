package org.convergence.education.workshop;

/** How a request came. */
public enum WorkshopChannel {
    FORM,
    MAIL,
    PHONE;

    /** The message key of its name. */
    public String key() {
        return "workshop.channel." + name();
    }
}
