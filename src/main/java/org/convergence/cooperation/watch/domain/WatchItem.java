package org.convergence.cooperation.watch.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.cooperation.watch.WatchAudience;
import org.convergence.cooperation.watch.WatchItemId;
import org.convergence.cooperation.watch.WatchLead;
import org.convergence.cooperation.watch.WatchReliability;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.geography.Country;
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
}
