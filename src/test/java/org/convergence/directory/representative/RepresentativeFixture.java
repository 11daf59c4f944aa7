package org.convergence.directory.representative;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.representative.domain.RepresentativeLinkService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.TestUsers;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations with people and links, for tests. */
@Lazy
@Component
public class RepresentativeFixture {

    private final TestUsers visitors;
    private final PeopleDirectory people;
    private final PersonService persons;
    private final AppointmentService appointments;
    private final RepresentativeLinkService links;
    private final JdbcClient db;

    RepresentativeFixture(
            TestUsers visitors,
            PeopleDirectory people,
            PersonService persons,
            AppointmentService appointments,
            RepresentativeLinkService links,
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
        visitors.ensureOrganisation();
        db.sql("DELETE FROM directory.representative_proposal").update();
        db.sql("DELETE FROM directory.representative_link").update();
        db.sql("DELETE FROM directory.people_function").update();
    }

    public OrganisationId organisation(String name) {
        return as(() -> people.findOrCreateOrganisation(name));
    }

    /** A person with a work address and a home address. */
    public FunctionId holds(String given, String family, String title, OrganisationId organisation) {
        String mail = given.toLowerCase(Locale.ROOT) + "@" + family.toLowerCase(Locale.ROOT) + ".example";
        return as(() -> {
            PersonId person = persons.create(new PersonFacts(
                    given,
                    family,
                    null,
                    null,
                    List.of("fr"),
                    List.of(
                            new ContactPoint(
                                    ContactChannel.MAIL,
                                    ContactSphere.PERSONAL,
                                    "chez-soi@" + family + ".example",
                                    null),
                            new ContactPoint(ContactChannel.MAIL, ContactSphere.PROFESSIONAL, mail, "bureau")),
                    null));
            return appointments.appoint(person, organisation, title, Period.ALWAYS);
        });
    }

    /** The path of a new link. */
    public String link(OrganisationId organisation) {
        URI made = as(() -> links.create(organisation));
        return made.getPath();
    }

    /** Runs as a staff member. */
    public <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.STAFF), work::get);
    }
}
