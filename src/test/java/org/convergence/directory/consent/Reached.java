package org.convergence.directory.consent;

import java.util.List;
import java.util.function.Supplier;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.Channel;
import org.convergence.directory.people.domain.ContactPoint.Sphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.Visitors;

/** People with addresses, and use cases run as an actor. */
class Reached {

    private final PersonRegister persons;
    private final Visitors visitors;

    Reached(PersonRegister persons, Visitors visitors) {
        this.persons = persons;
        this.visitors = visitors;
    }

    PersonId someone(String given, String family, String mail, String... languages) {
        return as(
                Role.COORDINATOR,
                () -> persons.add(new PersonFacts(
                        given,
                        family,
                        null,
                        null,
                        List.of(languages),
                        List.of(new ContactPoint(Channel.MAIL, Sphere.PROFESSIONAL, mail, null)),
                        null)));
    }

    <T> T as(Role role, Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(role), work::get);
    }
}
