package org.convergence.platform.access;

/**
 * What someone may do.
 *
 * @param key stable name, {@code module.verb}, for instance {@code actionplan.adopt}
 * @param nature the kind of act, by which identity grants it to roles; a key that stands in the catalogue under several
 *     natures is granted to whoever has one of them
 */
public record Permission(String key, Nature nature) {

    /** The kinds of acts. A role is a set of them, so that a new module needs no change in identity. */
    public enum Nature {
        /** One's own account, sessions, tokens and preferences. */
        OWN,
        /** Plans, realisations, reports, organisations: what the work is and how far it is. */
        READ,
        /** How to reach people: names with their contact details. */
        READ_PEOPLE,
        /** Say that something was done. */
        RECORD,
        /** Change what the team shares: follow-up of the plan, directory, texts of reports, imports. */
        EDIT,
        /** What binds the organisation: adopt, amend, drop, file. */
        DECIDE,
        /** Money in and out. */
        MONEY,
        /** Accounts, settings, mail, backups: the running of the system, and none of its contents. */
        ADMINISTER
    }
}
