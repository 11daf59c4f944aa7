package org.convergence.directory.representative;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.Appointments;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.Channel;
import org.convergence.directory.people.domain.ContactPoint.Sphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.directory.representative.domain.LinkKeeping;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.Visitors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations with people and links, for tests. */
@TestComponent
public class Represented {

    private final Visitors visitors;
    private final People people;
    private final PersonRegister persons;
    private final Appointments appointments;
    private final LinkKeeping links;
    private final JdbcClient db;

    Represented(
            Visitors visitors,
            People people,
            PersonRegister persons,
            Appointments appointments,
            LinkKeeping links,
            JdbcClient db) {
        this.visitors = visitors;
        this.people = people;
        this.persons = persons;
        this.appointments = appointments;
        this.links = links;
        this.db = db;
    }

    /** Deletes links and proposals. */
    public void clear() {
        visitors.anOrganisation();
        db.sql("DELETE FROM directory.representative_proposal").update();
        db.sql("DELETE FROM directory.representative_link").update();
        db.sql("DELETE FROM directory.people_function").update();
    }

    public OrganisationId organisation(String name) {
        return as(() -> people.organisationNamed(name));
    }

    /** A person with a work address and a home address. */
    public FunctionId holds(String given, String family, String title, OrganisationId organisation) {
        String mail = given.toLowerCase(Locale.ROOT) + "@" + family.toLowerCase(Locale.ROOT) + ".example";
        return as(() -> {
            PersonId person = persons.add(new PersonFacts(
                    given,
                    family,
                    null,
                    null,
                    List.of("fr"),
                    List.of(
                            new ContactPoint(Channel.MAIL, Sphere.PERSONAL, "chez-soi@" + family + ".example", null),
                            new ContactPoint(Channel.MAIL, Sphere.PROFESSIONAL, mail, "bureau")),
                    null));
            return appointments.appoint(person, organisation, title, Period.ALWAYS);
        });
    }

    /** The path of a new link. */
    public String link(OrganisationId organisation) {
        URI made = as(() -> links.make(organisation));
        return made.getPath();
    }

    /** Runs as a staff member. */
    public <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.STAFF), work::get);
    }
}
