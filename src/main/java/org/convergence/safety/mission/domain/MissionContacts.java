package org.convergence.safety.mission.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.AccountActors;
import org.springframework.stereotype.Component;

/** How to reach the people of a mission: the address of the directory, else that of their account. */
@Component
record MissionContacts(ContactLookup contacts, AccountActors accounts) {

    Map<PersonId, PersonContact> find(Collection<PersonId> people) {
        Map<PersonId, PersonContact> known = new LinkedHashMap<>(contacts.findContacts(people));
        Map<UUID, UUID> withAccount = accounts.findByPersons(known.entrySet().stream()
                .filter(each -> each.getValue().mail() == null)
                .map(each -> each.getKey().value())
                .toList());
        known.replaceAll((person, contact) -> {
            UUID account = withAccount.get(person.value());
            return account == null
                    ? contact
                    : new PersonContact(
                            contact.who(),
                            accounts.findMail(account).orElse(null),
                            contact.phone(),
                            contact.language());
        });
        return known;
    }
}
