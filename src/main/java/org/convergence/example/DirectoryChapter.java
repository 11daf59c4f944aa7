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
import org.convergence.directory.people.domain.Appointments;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.Channel;
import org.convergence.directory.people.domain.ContactPoint.Sphere;
import org.convergence.directory.people.domain.Network;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationRegister;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.directory.people.domain.merging.Duplicates;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.springframework.stereotype.Component;

/**
 * The organisations and people of the example, with their functions, affiliations and relations. One was entered twice,
 * and the nightly search finds it.
 */
@Component
class DirectoryChapter {

    private final OrganisationRegister organisations;
    private final PersonRegister people;
    private final Appointments appointments;
    private final Network network;
    private final Duplicates duplicates;
    private final TiesChapter ties;
    private final Gestures gestures;

    DirectoryChapter(
            OrganisationRegister organisations,
            PersonRegister people,
            Appointments appointments,
            Network network,
            Duplicates duplicates,
            TiesChapter ties,
            Gestures gestures) {
        this.organisations = organisations;
        this.people = people;
        this.appointments = appointments;
        this.network = network;
        this.duplicates = duplicates;
        this.ties = ties;
        this.gestures = gestures;
    }

    /** The ids by the keys of the files. */
    record Directory(Map<String, OrganisationId> organisations, Map<String, PersonId> people) {

        OrganisationId organisation(String key) {
            return Objects.requireNonNull(organisations.get(key), key);
        }

        PersonId person(String key) {
            return Objects.requireNonNull(people.get(key), key);
        }
    }

    Directory enter(Actor who, ExampleCalendar calendar) {
        Directory directory = new Directory(new HashMap<>(), new HashMap<>());
        for (ExampleFile.Line line : ExampleFile.lines("organisations.csv")) {
            directory.organisations.put(line.text("clé"), organisation(who, line));
        }
        for (ExampleFile.Line line : ExampleFile.lines("affiliations.csv")) {
            gestures.by(
                    who,
                    "Network.affiliate",
                    () -> network.affiliate(
                            directory.organisation(line.text("membre")),
                            directory.organisation(line.text("à")),
                            AffiliationNature.valueOf(line.text("nature")),
                            period(line, calendar)));
        }
        for (ExampleFile.Line line : ExampleFile.lines("personnes.csv")) {
            PersonId person = directory.people.computeIfAbsent(line.text("clé"), key -> person(who, line));
            gestures.by(
                    who,
                    "Appointments.appoint",
                    () -> appointments.appoint(
                            person,
                            directory.organisation(line.text("organisation")),
                            line.text("fonction"),
                            period(line, calendar)));
        }
        ties.enter(who, directory, calendar);
        gestures.by(Actor.system("people-duplicates"), "Duplicates.look", duplicates::look);
        return directory;
    }

    private OrganisationId organisation(Actor who, ExampleFile.Line line) {
        String other = line.text("autres noms");
        var facts = new OrganisationFacts(
                line.text("nom"),
                line.orNull("sigle"),
                other.isEmpty() ? List.of() : List.of(other),
                OrganisationKind.valueOf(line.text("genre")),
                line.orNull("lieu"),
                line.orNull("site"),
                contactPoints(line, Sphere.PROFESSIONAL),
                line.orNull("note"));
        return gestures.by(who, "OrganisationRegister.add", () -> organisations.add(facts));
    }

    private PersonId person(Actor who, ExampleFile.Line line) {
        var facts = new PersonFacts(
                line.text("prénom"),
                line.text("nom"),
                line.orNull("forme"),
                line.orNull("pronom"),
                line.words("langues"),
                contactPoints(line, line.text("personnel").isEmpty() ? Sphere.PROFESSIONAL : Sphere.PERSONAL),
                null);
        return gestures.by(who, "PersonRegister.add", () -> people.add(facts));
    }

    private static List<ContactPoint> contactPoints(ExampleFile.Line line, Sphere sphere) {
        List<ContactPoint> points = new ArrayList<>();
        if (!line.text("courriel").isEmpty()) {
            points.add(new ContactPoint(Channel.MAIL, sphere, line.text("courriel"), null));
        }
        if (!line.text("téléphone").isEmpty()) {
            points.add(new ContactPoint(Channel.PHONE, sphere, line.text("téléphone"), null));
        }
        return points;
    }

    private static Period period(ExampleFile.Line line, ExampleCalendar calendar) {
        String until = line.text("jusqu’à");
        return new Period(calendar.past(line.text("depuis")), until.isEmpty() ? null : calendar.past(until));
    }
}
