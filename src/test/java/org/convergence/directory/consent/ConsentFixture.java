package org.convergence.directory.consent;

import java.util.List;
import java.util.function.Supplier;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.TestUsers;

/** People with addresses, and use cases run as an actor. */
class ConsentFixture {

    private final PersonService persons;
    private final TestUsers visitors;

    ConsentFixture(PersonService persons, TestUsers visitors) {
        this.persons = persons;
        this.visitors = visitors;
    }

    PersonId someone(String given, String family, String mail, String... languages) {
        return as(
                Role.COORDINATOR,
                () -> persons.create(new PersonFacts(
                        given,
                        family,
                        null,
                        null,
                        List.of(languages),
                        List.of(new ContactPoint(ContactChannel.MAIL, ContactSphere.PROFESSIONAL, mail, null)),
                        null)));
    }

    <T> T as(Role role, Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(role), work::get);
    }
}
