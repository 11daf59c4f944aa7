package org.convergence.safety.guide;

/** A heading of the guide of a country, in the order of the guide (R-SEC-5). */
public enum GuideTopic {
    CONTEXT,
    ADVISORY,
    ZONES,
    PARTNERS,
    TRANSPORT,
    LODGING,
    COMMUNICATION,
    HEALTH,
    MONEY,
    CUSTOMS,
    CONTACTS,
    SCENARIOS,
    DIGITAL;

    /** Key of its name in the messages; what to write under it has {@code .help} after it. */
    public String key() {
        return "guide.heading." + name();
    }
}
