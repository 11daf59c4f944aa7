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
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.identity.Role;
import org.convergence.identity.domain.AccountLinkService;
import org.convergence.identity.domain.AccountQueries;
import org.convergence.identity.domain.AccountService;
import org.convergence.identity.domain.RolePermissions;
import org.convergence.identity.domain.SetUpService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.SettingsService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Founds the organisation and invites the users who may sign in. */
@Component
record ExampleAccounts(
        SetUpService setUp,
        AccountService accounts,
        AccountQueries accountQueries,
        AccountLinkService persons,
        RolePermissions rolePermissions,
        AuditedOperations operations,
        SettingsService settingsService,
        DocumentService documents) {

    private static final Actor SYSTEM = Actor.system("set-up");

    /** A user's name and address. */
    record ExampleCard(String name, String mail) {}

    /** The names and addresses of the users. */
    static Map<ExampleUser, ExampleCard> readCards() {
        Map<String, ExampleCard> known = new LinkedHashMap<>();
        for (ExampleFile.ExampleLine line : ExampleFile.lines("personnes.csv")) {
            String form = line.text("forme");
            String name = form.isEmpty() ? line.text("prénom") + " " + line.text("nom") : form;
            known.putIfAbsent(line.text("clé"), new ExampleCard(name, line.text("courriel")));
        }
        Map<ExampleUser, ExampleCard> cards = new EnumMap<>(ExampleUser.class);
        for (ExampleUser part : ExampleUser.values()) {
            ExampleCard card = known.get(part.key());
            if (card == null) {
                throw new IllegalStateException("No person named " + part.key());
            }
            cards.put(part, card);
        }
        return cards;
    }

    /** Founds the organisation; the coordinator invites the others, and hands the administration to another user. */
    Map<ExampleUser, Actor> foundOrganisation(ExampleCalendar calendar) {
        Map<ExampleUser, ExampleCard> cards = readCards();
        ExampleCard coordinator = cards.getOrDefault(ExampleUser.MARYSE, new ExampleCard("", ""));
        OrganisationProfile settings = new OrganisationProfile(
                "Solidarité en partage",
                List.of("fr", "en", "es"),
                ZoneId.of("America/Toronto"),
                MonthDay.of(calendar.yearStart().getMonth(), 1),
                "QC-04");
        operations.callAs(
                SYSTEM,
                "settings.create",
                () -> setUp.createOrganisation(settings, coordinator.name(), coordinator.mail()));
        AccountQueries.AccountRow founder = operations.callAs(
                SYSTEM, "identity.open", () -> accountQueries.findOpen().get(0));
        Actor administrator = actor(founder.id(), coordinator, Role.ADMINISTRATOR);
        operations.runAs(
                administrator,
                "settings.change",
                () -> settingsService.update(0, settings.with(identity(coordinator)), logo()));
        Actor first = actor(founder.id(), coordinator, Role.COORDINATOR, Role.ADMINISTRATOR);

        Map<ExampleUser, Actor> cast = new EnumMap<>(ExampleUser.class);
        cast.put(ExampleUser.MARYSE, actor(founder.id(), coordinator, Role.COORDINATOR));
        cards.forEach((part, card) -> {
            if (part != ExampleUser.MARYSE) {
                cast.put(part, invite(first, part, card));
            }
        });
        leaveTheAccountsTo(cast.getOrDefault(ExampleUser.HUU, first), founder, calendar);
        return cast;
    }

    /** Links each user to their person in the directory. */
    ExampleActors linkPersons(ExampleActors hands, ExampleDirectory directory) {
        Map<ExampleUser, Actor> known = new EnumMap<>(ExampleUser.class);
        for (ExampleUser part : ExampleUser.values()) {
            Actor actor = hands.actorOf(part);
            PersonId person = directory.person(part.key());
            operations.runAs(hands.coordinator(), "identity.link", () -> persons.link(actor.id(), person));
            known.put(
                    part, new Actor(actor.id(), actor.label(), person.value(), actor.language(), actor.permissions()));
        }
        return new ExampleActors(known);
    }

    private static OrganisationIdentity identity(ExampleCard coordinator) {
        return new OrganisationIdentity(
                "Solidarité en partage inc.",
                "1100000000",
                "100, rue de l’Exemple, bureau 2\nTrois-Rivières (Québec)\u00a0 G0X 0X0",
                "819 555-0100",
                "bonjour@sep.example",
                "sep.example",
                "Solidarité en partage",
                "Virement Interac\u00a0: paiements@exemple.org\nDépôt direct\u00a0: institution 000, transit 00000, compte 0000000",
                coordinator.name(),
                "Coordonnatrice",
                "logo.png",
                "");
    }

    private byte[] logo() {
        return documents.shrink(Upload.of("logo.png", new ClassPathResource("example/images/logo.png")));
    }

    private Actor invite(Actor by, ExampleUser part, ExampleCard card) {
        UUID id = operations.callAs(
                by, "identity.invite", () -> accounts.invite(card.name(), card.mail(), part.role(), null));
        return actor(id, card, part.role());
    }

    private void leaveTheAccountsTo(Actor keeper, AccountQueries.AccountRow founder, ExampleCalendar calendar) {
        founder.roles().stream()
                .filter(held -> held.role() == Role.ADMINISTRATOR)
                .forEach(held -> operations.runAs(
                        keeper,
                        "identity.endGrant",
                        () -> accounts.endGrant(held.grantId(), calendar.today().minusDays(1))));
    }

    private Actor actor(UUID account, ExampleCard card, Role... roles) {
        return new Actor(account, card.name(), null, "fr", rolePermissions.permissionsOf(Set.of(roles)));
    }
}
