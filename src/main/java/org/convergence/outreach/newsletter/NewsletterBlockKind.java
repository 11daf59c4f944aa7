package org.convergence.outreach.newsletter;

import java.util.List;

/** The kind of a block. */
public enum NewsletterBlockKind {
    /** The subject of the letter; its title alone. */
    SUBJECT,
    /** The opening words. */
    LEAD,
    ARTICLE,
    /** Something to do, with a link. */
    APPEAL,
    /** Something that happens on a day. */
    DATE,
    /** Something to pass on to one's own members. */
    RELAY;

    /** The kinds that can be added. */
    public static final List<NewsletterBlockKind> ADDED = List.of(ARTICLE, APPEAL, DATE, RELAY);

    /** Whether there is one in each issue. */
    public boolean isFixed() {
        return this == SUBJECT || this == LEAD;
    }

    /** Whether it has a title. */
    public boolean hasTitle() {
        return this != LEAD;
    }

    /** Whether it has a text below the title. */
    public boolean hasBody() {
        return this != SUBJECT;
    }

    /** Message key of its name. */
    public String key() {
        return "newsletter.block." + name();
    }
}
