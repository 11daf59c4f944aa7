package org.convergence.example;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.identity.Role;
import org.convergence.identity.domain.AccountKeeping;
import org.convergence.identity.domain.AccountList;
import org.convergence.identity.domain.AccountPersons;
import org.convergence.identity.domain.RoleRights;
import org.convergence.identity.domain.SetUp;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.convergence.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Founds the organisation and invites the users who may sign in. */
@Component
class Cast {

    private static final Actor SYSTEM = Actor.system("set-up");

    private final SetUp setUp;
    private final AccountKeeping accounts;
    private final AccountList list;
    private final AccountPersons persons;
    private final RoleRights rights;
    private final Gestures gestures;

    Cast(
            SetUp setUp,
            AccountKeeping accounts,
            AccountList list,
            AccountPersons persons,
            RoleRights rights,
            Gestures gestures) {
        this.setUp = setUp;
        this.accounts = accounts;
        this.list = list;
        this.persons = persons;
        this.rights = rights;
        this.gestures = gestures;
    }

    /** A user's name and address. */
    record Card(String name, String mail) {}

    /** The names and addresses of the users. */
    static Map<Part, Card> cards() {
        Map<String, Card> known = new LinkedHashMap<>();
        for (ExampleFile.Line line : ExampleFile.lines("personnes.csv")) {
            String form = line.text("forme");
            String name = form.isEmpty() ? line.text("prénom") + " " + line.text("nom") : form;
            known.putIfAbsent(line.text("clé"), new Card(name, line.text("courriel")));
        }
        Map<Part, Card> cards = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Card card = known.get(part.key());
            if (card == null) {
                throw new IllegalStateException("Nobody is called " + part.key());
            }
            cards.put(part, card);
        }
        return cards;
    }

    /** Founds the organisation; the coordinator invites the others, and hands the administration to another user. */
    Map<Part, Actor> found(ExampleCalendar calendar) {
        Map<Part, Card> cards = cards();
        Card coordinator = cards.getOrDefault(Part.MARYSE, new Card("", ""));
        Settings settings = new Settings(
                "Solidarité en partage",
                List.of("fr", "en", "es"),
                ZoneId.of("America/Toronto"),
                MonthDay.of(calendar.yearStart().getMonth(), 1),
                "QC-04");
        gestures.by(SYSTEM, "SetUp.found", () -> setUp.found(settings, coordinator.name(), coordinator.mail()));
        AccountList.Listed founder =
                gestures.by(SYSTEM, "AccountList.open", () -> list.open().get(0));
        Actor first = actor(founder.id(), coordinator, Role.COORDINATOR, Role.ADMINISTRATOR);

        Map<Part, Actor> cast = new EnumMap<>(Part.class);
        cast.put(Part.MARYSE, actor(founder.id(), coordinator, Role.COORDINATOR));
        cards.forEach((part, card) -> {
            if (part != Part.MARYSE) {
                cast.put(part, invite(first, part, card));
            }
        });
        leaveTheAccountsTo(cast.getOrDefault(Part.HUU, first), founder, calendar);
        return cast;
    }

    /** Links each user to their person in the directory. */
    Hands known(Hands hands, Directory directory) {
        Map<Part, Actor> known = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Actor actor = hands.of(part);
            PersonId person = directory.person(part.key());
            gestures.doneBy(hands.coordinator(), "AccountPersons.link", () -> persons.link(actor.id(), person));
            known.put(
                    part, new Actor(actor.id(), actor.label(), person.value(), actor.language(), actor.permissions()));
        }
        return new Hands(known);
    }

    private Actor invite(Actor by, Part part, Card card) {
        UUID id = gestures.by(
                by, "AccountKeeping.invite", () -> accounts.invite(card.name(), card.mail(), part.role(), null));
        return actor(id, card, part.role());
    }

    private void leaveTheAccountsTo(Actor keeper, AccountList.Listed founder, ExampleCalendar calendar) {
        founder.roles().stream()
                .filter(held -> held.role() == Role.ADMINISTRATOR)
                .forEach(held -> gestures.doneBy(
                        keeper,
                        "AccountKeeping.endGrant",
                        () -> accounts.endGrant(held.grantId(), calendar.today().minusDays(1))));
    }

    private Actor actor(UUID account, Card card, Role... roles) {
        return new Actor(account, card.name(), null, "fr", rights.of(Set.of(roles)));
    }
}
