package org.convergence.outreach.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.domain.BodyFacts;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyService;
import org.convergence.outreach.assembly.domain.Majority;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.outreach.assembly.domain.SeatFacts;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.outreach.assembly.domain.SeatService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A board for tests: five seats, one of them vacant, and a by-law. */
@Component
public class BoardFixture {

    /** The first day of all rules, seats and mandates. */
    public static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

    private static int count = 0;

    /** Resolved lazily: an application started by a test finds this class too, and has no {@code TestUsers}. */
    private final ObjectProvider<TestUsers> visitors;

    private final BodyService bodies;
    private final SeatService seats;
    private final PersonService persons;
    private final PeopleDirectory people;

    BoardFixture(
            ObjectProvider<TestUsers> visitors,
            BodyService bodies,
            SeatService seats,
            PersonService persons,
            PeopleDirectory people) {
        this.visitors = visitors;
        this.bodies = bodies;
        this.seats = seats;
        this.persons = persons;
        this.people = people;
    }

    /** The board with its seats in order; the last is vacant. */
    public record SeatedBoard(BodyId id, String code, List<UUID> seats, List<PersonId> holders) {}

    /** Runs work as the coordinator. */
    public <T> T callAs(Supplier<T> gesture) {
        return callAs(Role.COORDINATOR, gesture);
    }

    /** Runs work as a role. */
    public <T> T callAs(Role role, Supplier<T> gesture) {
        try {
            return CurrentActor.callAs(visitors.getObject().actor(role), gesture::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs work without a result as the coordinator. */
    public void runAs(Runnable gesture) {
        callAs(() -> {
            gesture.run();
            return true;
        });
    }

    /** A body without seats. */
    public BodyId addBody(BodyKind kind, Quorum quorum) {
        count++;
        var rules = new RuleSet(
                FOUNDED,
                "Règlements, art. 20",
                10,
                quorum,
                24,
                List.of(new Majority("Modification des règlements, art. 31", 2, 3, false, false)));
        var facts = new BodyFacts(
                "Instance " + count,
                "T" + count,
                null,
                kind,
                List.of("Ouverture et constat du quorum", "Adoption du procès-verbal précédent", "Suivis", "Levée"),
                null);
        return callAs(() -> bodies.create(facts, rules));
    }

    /** A board of five seats; the first two belong to one organisation, the last is vacant. */
    public SeatedBoard addBoard() {
        BodyId body = addBody(BodyKind.BOARD, Quorum.moreThanHalf());
        List<UUID> made = new ArrayList<>();
        List<PersonId> holders = new ArrayList<>();
        for (int seat = 1; seat <= 5; seat++) {
            String whose = "Syndicat " + (seat == 2 ? 1 : seat);
            UUID id = addSeat(body, seat == 1 ? "Présidence" : null, whose);
            made.add(id);
            if (seat < 5) {
                PersonId holder = addPerson("Titulaire", "Numéro " + count + "-" + seat, "fr");
                appoint(id, SeatRole.HOLDER, holder, FOUNDED);
                holders.add(holder);
            }
        }
        return new SeatedBoard(body, "T" + count, made, holders);
    }

    /** A seat from the first day on. */
    public UUID addSeat(BodyId body, @Nullable String title, @Nullable String organisation) {
        return callAs(() -> {
            OrganisationId whose = organisation == null ? null : people.findOrCreateOrganisation(organisation);
            return seats.add(body, new SeatFacts(title, whose, FOUNDED, null));
        });
    }

    /** A person with an address. */
    public PersonId addPerson(String given, String family, String language) {
        String mail = (given + "." + family).replaceAll("[^A-Za-z0-9.]", "") + "@exemple.org";
        var point =
                new ContactPoint(ContactPoint.ContactChannel.MAIL, ContactPoint.ContactSphere.PROFESSIONAL, mail, null);
        return callAs(() ->
                persons.create(new PersonFacts(given, family, null, null, List.of(language), List.of(point), null)));
    }

    /** Adds a mandate from a day on. */
    public UUID appoint(UUID seat, SeatRole role, PersonId person, LocalDate since) {
        return callAs(() -> seats.appoint(seat, role, person, since, null));
    }
}
