package org.convergence.home.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.home.HomePermissions;
import org.convergence.home.WeekFixture;
import org.convergence.identity.AccountActors;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.HomeCard.CardPart;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules that hold for the lists of the home page whatever a module contributes. */
@ModuleTest
class TodayQueriesTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private PostponementService postponementService;

    @Autowired
    private AccountActors accounts;

    @Autowired
    private ReminderRepository reminders;

    @Autowired
    private OrganisationSettings settings;

    @Test
    void rowThatWaitsForTheActorIsNotAmongThoseThatWaitForOthers() {
        visitors.ensureOrganisation();
        Actor ana = week.someone(visitors, "Ana", "Ortiz", Role.STAFF);
        Actor other = week.someone(visitors, "Réal", "Gagnon", Role.STAFF);
        assertThat(waiting(ana, ana.personId(), other.personId(), null))
                .containsExactly("Attend " + other.personId(), "Attend null");
        assertThat(waiting(other, ana.personId(), other.personId(), null))
                .containsExactly("Attend " + ana.personId(), "Attend null");
    }

    /** The rows that an actor sees under “En attente d’autres”, of rows that wait for these people. */
    private List<String> waiting(Actor actor, @Nullable UUID... people) {
        List<CardRow> rows = Arrays.stream(people)
                .map(person -> new CardRow(
                                null, null, "Lundi", false, "Attend " + person, "/somewhere", null, List.of())
                        .waitingOn(person))
                .toList();
        var queries = new TodayQueries(
                List.of(new WaitingCard(rows)), deadlines, postponementService, accounts, reminders, settings);
        Words t = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);
        return CurrentActor.callAs(actor, () -> queries.today(true, t).lists()).stream()
                .flatMap(list -> list.rows().stream())
                .map(CardRow::what)
                .toList();
    }

    private record WaitingCard(List<CardRow> rows) implements HomeCard {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public String permission() {
            return HomePermissions.OPEN;
        }

        @Override
        public List<Card> show(Words t) {
            return List.of(Card.of(CardPart.WAITING, rows));
        }
    }
}
