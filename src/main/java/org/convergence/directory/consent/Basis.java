package org.convergence.directory.consent;

import java.util.Locale;
import java.util.Set;

/** The legal basis for writing to a person (R-CASL-3…7, R-CASL-14…18). */
public enum Basis {
    /** An express consent to one purpose, with its recorded wording. */
    EXPRESS,
    /** A personal membership, present or past (R-CASL-5). */
    MEMBER,
    /** A purchase or a subscription (R-CASL-6). */
    PURCHASE,
    /** A written contract (R-CASL-6). */
    CONTRACT,
    /** A question about something that is sold (R-CASL-6). */
    INQUIRY,
    /** A work address published without a refusal beside it (R-CASL-7). */
    PUBLISHED,
    /** A work address handed over by the person (R-CASL-7). */
    DISCLOSED,
    /** A referral by a common acquaintance: one message, on one day (R-CASL-17). */
    REFERRAL,
    /** The person reads it in a listed state whose law is obeyed (R-CASL-16). */
    FOREIGN,
    /** A gift to a registered charity (R-CASL-4). */
    DONATION,
    /** Volunteer work for a registered charity (R-CASL-4). */
    VOLUNTEERING,
    /** Attendance at a meeting of a registered charity (R-CASL-4). */
    ATTENDANCE,
    /**
     * The person represents an organisation that we have a relationship with, and is written to about its activities
     * (R-CASL-14).
     */
    EXEMPT,
    /** An inherited list of unknown origin: nothing commercial (R-CASL-11c). */
    UNKNOWN;

    private static final Set<Basis> OF_A_CHARITY = Set.of(DONATION, VOLUNTEERING, ATTENDANCE);
    private static final Set<Basis> OF_A_ROLE = Set.of(PUBLISHED, DISCLOSED);

    /** Whether it holds only for a registered charity. */
    public boolean needsCharity() {
        return OF_A_CHARITY.contains(this);
    }

    /** Whether it holds only for messages about the person's role. */
    public boolean needsRole() {
        return OF_A_ROLE.contains(this);
    }

    /** The message key of its name. */
    public String key() {
        return "consent.basis." + name().toLowerCase(Locale.ROOT);
    }
}
