package org.convergence.outreach.website;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of what is published, by which feeds are chosen. */
public enum FeedTag {
    NEWSLETTER,
    EVENT,
    POSITION,
    PRESS,
    APPEAL;

    /** Its name in addresses and feeds. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key of its name. */
    public String key() {
        return "public.website.tag." + name();
    }

    /** The tag of a name; empty for none. */
    public static Optional<FeedTag> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
