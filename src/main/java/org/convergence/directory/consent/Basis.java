package org.convergence.directory.consent;

import java.util.Locale;
import java.util.Set;

/** On what it rests that one may write to someone (R-CASL-3…7, R-CASL-14…18). */
public enum Basis {
    /** She said yes, to one purpose, in words that are kept. */
    EXPRESS,
    /** She is or was an accepted member herself (R-CASL-5). */
    MEMBER,
    /** She bought something, or subscribed (R-CASL-6). */
    PURCHASE,
    /** A written contract with her (R-CASL-6). */
    CONTRACT,
    /** She asked about something that is sold (R-CASL-6). */
    INQUIRY,
    /** Her address at work is published for all to see, without a refusal beside it (R-CASL-7). */
    PUBLISHED,
    /** She handed her address at work over (R-CASL-7). */
    DISCLOSED,
    /** Somebody who knows both sent us to her: one message, on one day (R-CASL-17). */
    REFERRAL,
    /** She reads it in a state that is listed, and its law is obeyed (R-CASL-16). */
    FOREIGN,
    /** A gift; to a registered charity only (R-CASL-4). */
    DONATION,
    /** Work as a volunteer; for a registered charity only (R-CASL-4). */
    VOLUNTEERING,
    /** A meeting that she attended; of a registered charity only (R-CASL-4). */
    ATTENDANCE,
    /** She represents an organisation with which we have a relationship, and is written to on its activities (R-CASL-14). */
    EXEMPT,
    /** A list was inherited, and nobody knows: nothing commercial (R-CASL-11c). */
    UNKNOWN;

    private static final Set<Basis> OF_A_CHARITY = Set.of(DONATION, VOLUNTEERING, ATTENDANCE);
    private static final Set<Basis> OF_A_ROLE = Set.of(PUBLISHED, DISCLOSED);

    /** Whether it holds for a registered charity only. */
    public boolean needsCharity() {
        return OF_A_CHARITY.contains(this);
    }

    /** Whether it holds only for what concerns her role. */
    public boolean needsRole() {
        return OF_A_ROLE.contains(this);
    }

    /** Key of its name in the messages. */
    public String key() {
        return "consent.basis." + name().toLowerCase(Locale.ROOT);
    }
}
