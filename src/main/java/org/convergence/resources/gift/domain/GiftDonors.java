package org.convergence.resources.gift.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How to write to donors, people and organisations alike. */
@Component
record GiftDonors(ContactLookup contacts, RecipientWords words) {

    /**
     * A donor.
     *
     * @param mail {@code null} where none is known: the letter is printed
     * @param words in the donor's language
     */
    record GiftDonor(Party party, String name, @Nullable String mail, Words words) {

        Addressee addressee() {
            return new Addressee(party.value(), name, mail);
        }
    }

    /** Each donor, in two queries; deleted ones are left out. */
    Map<Party, GiftDonor> findAll(Collection<? extends Party> parties) {
        List<PersonId> people = parties.stream()
                .map(Party::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<OrganisationId> organisations = parties.stream()
                .map(Party::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Party, GiftDonor> all = new HashMap<>();
        contacts.findContacts(people)
                .forEach((id, each) -> all.put(
                        id, new GiftDonor(id, each.who().name(), each.mail(), words.forLanguage(each.language()))));
        contacts.findOrganisationContacts(organisations)
                .forEach((id, each) -> all.put(
                        id,
                        new GiftDonor(
                                id,
                                each.who().name(),
                                each.mails().isEmpty()
                                        ? null
                                        : each.mails().get(0).address(),
                                words.forOrganisation())));
        return all;
    }

    /** @throws NotFound if the gift is anonymous, or its donor is deleted */
    GiftDonor findById(@Nullable Party party) {
        GiftDonor donor = party == null ? null : findAll(List.of(party)).get(party);
        if (donor == null) {
            throw new NotFound("donor");
        }
        return donor;
    }
}
