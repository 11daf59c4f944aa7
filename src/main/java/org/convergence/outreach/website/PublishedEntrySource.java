package org.convergence.outreach.website;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module has published for everyone: a bean of this type. It declares one SELECT; the SELECTs of all modules are
 * read in one query. Only what a person decided to publish belongs here, and nothing that may have to be withdrawn for
 * the safety of a person: feeds are copied for good.
 */
public interface PublishedEntrySource {

    /**
     * A SELECT with the columns of {@link PublishedEntry} in snake case, in the module's own tables and the views of
     * others. {@code :now} is the present moment, {@code :today} the organisation's day.
     */
    String sql();

    /**
     * A published thing.
     *
     * @param url of its public page, here (beginning with a slash) or elsewhere
     * @param language code; {@code null} if it is for readers of every language
     * @param happensOn the day of what happens; {@code null} for a text
     * @param happensAt as {@code 18:30}; {@code null} for a whole day
     * @param cancelled whether what was to happen does not
     * @param updatedAt when it was last changed
     * @param version rises with each change
     * @param endsOn the last day of what happens; {@code null} for a text, and for what lasts one day
     */
    record PublishedEntry(
            FeedTag tag,
            UUID id,
            String url,
            Instant publishedAt,
            @Nullable String language,
            String title,
            String summary,
            @Nullable LocalDate happensOn,
            @Nullable String happensAt,
            String place,
            boolean cancelled,
            Instant updatedAt,
            int version,
            @Nullable LocalDate endsOn) {}

    /** The kinds of what is published, by which feeds are chosen. */
    enum FeedTag {
        NEWSLETTER,
        EVENT,
        /** An open gathering of another organisation, which it announces itself. */
        CONGRESS,
        /** A session that is open to everyone. */
        WORKSHOP,
        POSITION,
        PRESS,
        APPEAL;

        /** Its name in addresses and feeds. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether its entries have a day, and so a calendar. */
        public boolean isDated() {
            return this == EVENT || this == CONGRESS || this == WORKSHOP;
        }

        /** Message key of its name. */
        public String key() {
            return "public.website.tag." + name();
        }

        /** The tag of a name; empty for none. */
        public static Optional<FeedTag> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }
}
