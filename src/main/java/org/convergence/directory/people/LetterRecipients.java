package org.convergence.directory.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How letters reach people and organisations alike. */
@Component
public record LetterRecipients(ContactLookup contacts, RecipientWords words) {

    /**
     * A person or an organisation that letters are written to.
     *
     * @param mail {@code null} where none is known
     * @param words in the recipient's language
     */
    public record PartyRecipient(
            Party party, String name, @Nullable String mail, Words words) {

        public Addressee addressee() {
            return new Addressee(party.value(), name, mail);
        }

        /**
         * The mail address.
         *
         * @throws Refused with this key, and the name as its argument, where none is known
         */
        public String requireMail(String refusal) {
            if (mail == null) {
                throw new Refused(refusal, name);
            }
            return mail;
        }
    }

    /** Each recipient, in two queries; deleted ones are left out. */
    public Map<Party, PartyRecipient> findAll(Collection<? extends Party> parties) {
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
        Map<Party, PartyRecipient> all = new HashMap<>();
        contacts.findContacts(people)
                .forEach((id, each) -> all.put(
                        id,
                        new PartyRecipient(id, each.who().name(), each.mail(), words.forLanguage(each.language()))));
        contacts.findOrganisationContacts(organisations)
                .forEach((id, each) -> all.put(
                        id, new PartyRecipient(id, each.who().name(), each.firstMail(), words.forOrganisation())));
        return all;
    }

    /** @throws NotFound if there is no party, or it is deleted */
    public PartyRecipient findById(@Nullable Party party) {
        PartyRecipient recipient =
                party == null ? null : findAll(List.of(party)).get(party);
        if (recipient == null) {
            throw new NotFound("party");
        }
        return recipient;
    }
}
