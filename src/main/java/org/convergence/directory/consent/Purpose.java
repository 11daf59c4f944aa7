package org.convergence.directory.consent;

import java.util.List;
import java.util.Locale;

/** What a message is for. One consents to one purpose at a time (R-L25-8). */
public enum Purpose {
    /** The newsletter, what is on. */
    NEWS(Nature.COMMERCIAL),
    /** Calls to act: urgent actions, petitions, campaigns. */
    ACTIONS(Nature.COMMERCIAL),
    /** Tickets, events, tools and books that are sold. */
    EVENTS(Nature.COMMERCIAL),
    /** Appeals for gifts: never consistent with another purpose (R-L25-9). */
    APPEALS(Nature.PROSPECTION),
    /** Her own membership, purchase or account: a renewal notice, an invoice, a receipt (R-CASL-13). */
    ACCOUNT(Nature.SERVICE),
    /** What law or safety asks for: a notice of meeting, a link to sign in (R-CASL-14). */
    NOTICE(Nature.EXEMPT),
    /** The answer to what she asked (R-CASL-14). */
    REPLY(Nature.EXEMPT);

    /** What the law makes of it. */
    public enum Nature {
        /** A basis is needed, and who and how to stop are said. Bulk mail is taken as such unless a reason is given (R-CASL-1). */
        COMMERCIAL,
        /** Her own consent to it is needed. */
        PROSPECTION,
        /** No basis is needed; who and how to stop are said all the same. */
        SERVICE,
        /** Nothing is asked. */
        EXEMPT
    }

    /** Those that she can choose: the others go on without her consent. */
    public static final List<Purpose> CHOSEN = List.of(NEWS, ACTIONS, EVENTS, APPEALS);

    private final Nature nature;

    Purpose(Nature nature) {
        this.nature = nature;
    }

    /** What the law makes of it. */
    public Nature nature() {
        return nature;
    }

    /** Whether she decides. */
    public boolean isChosen() {
        return CHOSEN.contains(this);
    }

    /** Its word in messages and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name in the messages. */
    public String key() {
        return "public.consent.purpose." + word();
    }
}
