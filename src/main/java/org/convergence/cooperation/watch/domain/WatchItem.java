package org.convergence.cooperation.watch.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An item of the watch.
 *
 * @param country ISO 3166-1, two capital letters
 * @param body what was pasted; it stays with the team
 * @param source the feed or the site; empty if unknown
 * @param isNote whether a partner said it, named or not
 * @param contactName under its code name if it is protected; {@code null} for none named
 * @param context the line that says why it matters
 * @param wording rises with each change of the words that may leave the team
 * @param yes the partner's yes to one wording of her note; {@code null} for none
 * @param lead what it leads to; {@code null} for nothing
 * @param leadUrl the record to which it led; {@code null} for none yet
 */
public record WatchItem(
        WatchItemId id,
        int version,
        String country,
        String title,
        @Nullable String url,
        String body,
        String source,
        boolean isNote,
        @Nullable OrganisationId organisation,
        @Nullable PersonId person,
        @Nullable String contactName,
        String context,
        WatchReliability reliability,
        WatchAudience audience,
        int wording,
        @Nullable PartnerYes yes,
        LocalDate keptOn,
        LocalDate expiresOn,
        @Nullable WatchLead lead,
        @Nullable LocalDate leadBy,
        @Nullable String leadUrl,
        List<ItemTranslation> translations) {

    /** A partner's yes to one wording. */
    public record PartnerYes(LocalDate on, String how, int wording) {}

    /** What the item says in another language. */
    public record ItemTranslation(String language, String words) {}

    /**
     * What the form says.
     *
     * @param contact the partner of a note; {@code null} for none named
     */
    public record WatchItemFacts(
            Country country,
            String title,
            String context,
            WatchReliability reliability,
            WatchAudience audience,
            LocalDate expiresOn,
            boolean isNote,
            @Nullable Party contact,
            @Nullable WatchLead lead,
            @Nullable LocalDate leadBy,
            @Nullable String leadUrl,
            List<ItemTranslation> translations) {}

    /** Whether the words that may leave the team would change, or the partner who said them. */
    boolean isRewordedBy(WatchItemFacts facts) {
        Party contact = facts.contact();
        boolean isOther = (organisation != null || person != null)
                && !Objects.equals(
                        organisation != null
                                ? organisation.value()
                                : Objects.requireNonNull(person).value(),
                        contact == null ? null : contact.value());
        return isOther
                || !title.equals(facts.title())
                || !context.equals(facts.context())
                || !translations.equals(facts.translations());
    }

    /** The words in a language: the translation, in French the title with its line; empty if there is none. */
    public String words(String language) {
        if (language.equals("fr")) {
            return context.isEmpty() ? title : title + " – " + context;
        }
        return translations.stream()
                .filter(each -> each.language().equals(language))
                .map(ItemTranslation::words)
                .findFirst()
                .orElse("");
    }

    /** The audience of an item. */
    public enum WatchAudience {
        TEAM,
        MEMBERS,
        PARTNERS,
        /** Members and partners. */
        EVERYONE;

        /** The audiences of a digest. */
        public static final List<WatchAudience> DIGESTS = List.of(MEMBERS, PARTNERS);

        /** Whether an item with this audience is told to another one. */
        public boolean reaches(WatchAudience other) {
            return this == other || (this == EVERYONE && other != TEAM);
        }

        /** Message key of its name. */
        public String key() {
            return "watch.audience." + name();
        }
    }

    /** What an item leads to. */
    public enum WatchLead {
        POSITION("/advocacy/position/new"),
        URGENT_ACTION("/advocacy/urgentaction/new"),
        /** The guide of the country is revised. */
        GUIDE("/safety/guide"),
        /** A note to the board. */
        BOARD_NOTE("/outreach/assembly");

        private final String start;

        WatchLead(String start) {
            this.start = start;
        }

        /** The address where it begins. */
        public String start() {
            return start;
        }

        /** Message key of its name. */
        public String key() {
            return "watch.lead." + name();
        }
    }

    /** How sure an item is (R-WATCH-4). */
    public enum WatchReliability {
        /** One source says so. */
        REPORTED(Tone.AHEAD),
        /** A second, independent source says so too. */
        CORROBORATED(Tone.OK),
        /** It turned out to be wrong. */
        REFUTED(Tone.BAD);

        private final Tone tone;

        WatchReliability(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "watch.reliability." + name();
        }
    }

    /** An item of the country watch. */
    public record WatchItemId(UUID value) implements Identifier {}
}
