package org.convergence.platform.access;

/**
 * A permission.
 *
 * @param key stable name, {@code module.verb}, for instance {@code actionplan.adopt}
 * @param nature the kind of action, by which identity grants it to roles; a key listed under several natures is granted
 *     to roles with any of them
 */
public record Permission(String key, PermissionNature nature) {

    /** The kinds of actions. A role is a set of them, so that a new module needs no change in identity. */
    public enum PermissionNature {
        /** One's own account, sessions, tokens and preferences. */
        OWN,
        /** Plans, realisations, reports, organisations: the work and its progress. */
        READ,
        /** Names with their contact details. */
        READ_PEOPLE,
        /** Sums asked for, granted, raised and left, without any entry in the books. */
        READ_MONEY,
        /** Record that something was done. */
        RECORD,
        /** Change shared data: follow-up of the plan, directory, texts of reports, imports. */
        EDIT,
        /** Binding decisions of the organisation: adopt, amend, drop, file. */
        DECIDE,
        /** Money in and out. */
        MONEY,
        /** Accounts, settings, mail, backups: the operation of the system, not its contents. */
        ADMINISTER
    }
}
