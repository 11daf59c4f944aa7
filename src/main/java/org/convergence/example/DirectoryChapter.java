package org.convergence.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.merging.DuplicateService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/**
 * The organisations and people of the example, with their functions, affiliations and relations. One was entered twice,
 * and the nightly search finds it.
 */
@Component
record DirectoryChapter(
        OrganisationService organisations,
        PersonService people,
        AppointmentService appointments,
        AffiliationService affiliations,
        DuplicateService duplicates,
        RelationsChapter relationsChapter,
        AuditedOperations operations) {

    /** The ids by the keys of the files. */
    record ExampleDirectory(Map<String, OrganisationId> organisations, Map<String, PersonId> people) {

        OrganisationId organisation(String key) {
            return Objects.requireNonNull(organisations.get(key), key);
        }

        PersonId person(String key) {
            return Objects.requireNonNull(people.get(key), key);
        }
    }

    ExampleDirectory enter(Actor who, ExampleCalendar calendar) {
        ExampleDirectory directory = new ExampleDirectory(new HashMap<>(), new HashMap<>());
        for (ExampleFile.ExampleLine line : ExampleFile.lines("organisations.csv")) {
            directory.organisations.put(line.text("clé"), organisation(who, line));
        }
        for (ExampleFile.ExampleLine line : ExampleFile.lines("affiliations.csv")) {
            operations.callAs(
                    who,
                    "people.affiliate",
                    () -> affiliations.affiliate(
                            directory.organisation(line.text("membre")),
                            directory.organisation(line.text("à")),
                            AffiliationNature.valueOf(line.text("nature")),
                            period(line, calendar)));
        }
        for (ExampleFile.ExampleLine line : ExampleFile.lines("personnes.csv")) {
            PersonId person = directory.people.computeIfAbsent(line.text("clé"), key -> person(who, line));
            operations.callAs(
                    who,
                    "people.appoint",
                    () -> appointments.appoint(
                            person,
                            directory.organisation(line.text("organisation")),
                            line.text("fonction"),
                            period(line, calendar)));
        }
        relationsChapter.enter(who, directory, calendar);
        operations.callAs(Actor.system("people-duplicates"), "people.look", duplicates::startSearch);
        return directory;
    }

    private OrganisationId organisation(Actor who, ExampleFile.ExampleLine line) {
        String other = line.text("autres noms");
        var facts = new OrganisationFacts(
                line.text("nom"),
                line.orNull("sigle"),
                other.isEmpty() ? List.of() : List.of(other),
                OrganisationKind.valueOf(line.text("genre")),
                line.orNull("lieu"),
                line.orNull("site"),
                contactPoints(line, ContactSphere.PROFESSIONAL),
                line.orNull("note"));
        return operations.callAs(who, "people.add-organisation", () -> organisations.create(facts));
    }

    private PersonId person(Actor who, ExampleFile.ExampleLine line) {
        var facts = new PersonFacts(
                line.text("prénom"),
                line.text("nom"),
                line.orNull("forme"),
                line.orNull("pronom"),
                line.words("langues"),
                contactPoints(
                        line, line.text("personnel").isEmpty() ? ContactSphere.PROFESSIONAL : ContactSphere.PERSONAL),
                null);
        return operations.callAs(who, "people.add-person", () -> people.create(facts));
    }

    private static List<ContactPoint> contactPoints(ExampleFile.ExampleLine line, ContactSphere sphere) {
        List<ContactPoint> points = new ArrayList<>();
        if (!line.text("courriel").isEmpty()) {
            points.add(new ContactPoint(ContactChannel.MAIL, sphere, line.text("courriel"), null));
        }
        if (!line.text("téléphone").isEmpty()) {
            points.add(new ContactPoint(ContactChannel.PHONE, sphere, line.text("téléphone"), null));
        }
        return points;
    }

    private static Period period(ExampleFile.ExampleLine line, ExampleCalendar calendar) {
        String until = line.text("jusqu’à");
        return new Period(calendar.pastDay(line.text("depuis")), until.isEmpty() ? null : calendar.pastDay(until));
    }
}
