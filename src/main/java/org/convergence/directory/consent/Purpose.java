package org.convergence.directory.consent;

import java.util.List;
import java.util.Locale;

/** The purpose of a message. A consent is for one purpose (R-L25-8). */
public enum Purpose {
    /** The newsletter and announcements. */
    NEWS(PurposeNature.COMMERCIAL),
    /** Calls to act: urgent actions, petitions, campaigns. */
    ACTIONS(PurposeNature.COMMERCIAL),
    /** Paid tickets, events, tools and books. */
    EVENTS(PurposeNature.COMMERCIAL),
    /** Appeals for gifts: never covered by a consent to another purpose (R-L25-9). */
    APPEALS(PurposeNature.PROSPECTION),
    /** The person's own membership, purchase or account: a renewal notice, an invoice, a receipt (R-CASL-13). */
    ACCOUNT(PurposeNature.SERVICE),
    /** Required by law or security: a notice of meeting, a sign-in link (R-CASL-14). */
    NOTICE(PurposeNature.EXEMPT),
    /** The answer to the person's question (R-CASL-14). */
    REPLY(PurposeNature.EXEMPT);

    /** The legal nature of a purpose. */
    public enum PurposeNature {
        /**
         * Needs a basis, the sender's identity and an unsubscribe link. Bulk mail has this nature unless a reason is
         * given (R-CASL-1).
         */
        COMMERCIAL,
        /** Needs a consent of its own. */
        PROSPECTION,
        /** Needs no basis, but the sender's identity and an unsubscribe link. */
        SERVICE,
        /** Needs nothing. */
        EXEMPT
    }

    /** The purposes a person can choose; the others need no consent. */
    public static final List<Purpose> CHOSEN = List.of(NEWS, ACTIONS, EVENTS, APPEALS);

    private final PurposeNature nature;

    Purpose(PurposeNature nature) {
        this.nature = nature;
    }

    /** Its legal nature. */
    public PurposeNature nature() {
        return nature;
    }

    /** Whether the person can choose it. */
    public boolean isChosen() {
        return CHOSEN.contains(this);
    }

    /** Its key in messages and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String key() {
        return "public.consent.purpose." + word();
    }
}
