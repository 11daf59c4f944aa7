package org.convergence.cooperation.fieldwork;

/** What a partner tells. */
public enum PartnerEntryKind {
    /** An activity: a realisation once accepted. */
    HAPPENED,
    /** A number of the partner's own. */
    FIGURES,
    /** An expense, with its photograph: recorded as such once accepted. */
    SPENT,
    /** A question: accepted with its answer. */
    QUESTION;

    /** The message key of its name. */
    public String key() {
        return "fieldwork.kind." + name();
    }
}
