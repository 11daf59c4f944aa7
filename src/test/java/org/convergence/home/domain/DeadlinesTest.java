package org.convergence.home.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.home.WeekFixture;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.time.TimeFixture;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.shell.DeadlineSource.DeadlineOwner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deadlines that each module contributes, and for which users. */
@ModuleTest
class DeadlinesTest {

    private static final int MANY = 600;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MeetingService planning;

    @Autowired
    private FollowUpService followUps;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private RecipientWords speaking;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private Actor maryse = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;
    private Actor auditor = Actor.VISITOR;

    @BeforeEach
    void aTeam() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM plan.time_contract").update();
        db.sql("DELETE FROM outreach.assembly_follow_up").update();
        db.sql("DELETE FROM plan.report").update();
        week.begin();
        maryse = week.someone(visitors, "Maryse", "Roy", Role.COORDINATOR);
        elodie = week.someone(visitors, "Élodie", "Tremblay", Role.STAFF);
        auditor = week.someone(visitors, "Paul", "Morin", Role.AUDITOR);
    }

    @Test
    void showsOwnLinesUnassignedLinesToTeamAndFirmLinesToCoordinator() {
        ActionId hers = week.line("Donner des ateliers", elodie, 20);
        ActionId nobodys = week.line("Écrire aux membres", null, 30);
        ActionId others = week.line("Tenir l’assemblée", maryse, 40);
        db.sql("UPDATE plan.actionplan_action SET commitment = 'IF_FUNDED' WHERE id = ?")
                .param(hers.value())
                .update();
        Map<String, Deadline> of = of(elodie);
        assertThat(of).containsOnlyKeys(key(hers) + "/end", key(nobodys) + "/end");
        assertThat(known(of, key(hers) + "/end").whose()).isEqualTo(DeadlineOwner.MINE);
        assertThat(known(of, key(hers) + "/end").day())
                .isEqualTo(settings.today().plusDays(20));
        assertThat(known(of, key(nobodys) + "/end").whose()).isEqualTo(DeadlineOwner.TEAM);
        assertThat(of(maryse)).containsOnlyKeys(key(nobodys) + "/end", key(others) + "/end");
        assertThat(of(auditor)).isEmpty();
    }

    @Test
    void recurringEntryMovesToItsNextDayUnderTheSameKey() {
        ActionId monthly = week.line("Infolettre", elodie, 150);
        LocalDate since = settings.today().minusDays(10);
        db.sql("UPDATE plan.actionplan_follow_up SET times_per_year = 12, rhythm_since = ? WHERE action = ?")
                .params(since, monthly.value())
                .update();
        Deadline step = known(of(elodie), key(monthly) + "/step");
        assertThat(step.day()).isEqualTo(since.plusMonths(1));
        assertThat(step.what()).as("nobody set that day").contains("(jour proposé)");
        assertThat(of(elodie)).containsKey(key(monthly) + "/end");
    }

    @Test
    void showsMeetingsToSeatHoldersAndNoticesToSenders() {
        BoardFixture.SeatedBoard seated = board.addBoard();
        Actor member = week.someone(visitors, "Thérèse", "Bouchard", Role.BOARD_MEMBER);
        board.appoint(seated.seats().get(4), SeatRole.HOLDER, TimeFixture.person(member), BoardFixture.FOUNDED);
        LocalDate day = settings.today().plusDays(30);
        MeetingId meeting = meetings.plan(seated.id(), day.atTime(19, 0));
        String key = "outreach.assembly/meeting/" + meeting.value();

        Deadline hers = known(of(member), key);
        assertThat(hers.begins()).isEqualTo(day.atTime(19, 0));
        assertThat(hers.whose()).isEqualTo(DeadlineOwner.MINE);
        assertThat(of(member)).doesNotContainKey(key + "/notice");
        assertThat(known(of(elodie), key + "/notice").day()).isEqualTo(day.minusDays(10));
        assertThat(of(auditor)).isEmpty();

        board.runAs(() -> planning.cancel(meeting, "Tempête"));
        assertThat(of(member)).isEmpty();
        assertThat(of(elodie)).doesNotContainKeys(key, key + "/notice");
    }

    @Test
    void showsDatedFollowUpsToAssigneesAndUnassignedOnesToPreparers() {
        BoardFixture.SeatedBoard seated = board.addBoard();
        MeetingId meeting =
                meetings.plan(seated.id(), settings.today().minusDays(3).atTime(19, 0));
        db.sql("UPDATE outreach.assembly_meeting SET state = 'HELD' WHERE id = ?")
                .param(meeting.value())
                .update();
        UUID point = meetings.itemId(meeting, 1);
        UUID hers = ask(point, "Réserver la salle", elodie);
        UUID nobodys = ask(point, "Relire la charte", null);
        String key = "outreach.assembly/follow-up/";
        assertThat(of(elodie)).containsKeys(key + hers, key + nobodys);
        assertThat(known(of(elodie), key + hers).whose()).isEqualTo(DeadlineOwner.MINE);
        assertThat(of(maryse)).containsKey(key + nobodys).doesNotContainKey(key + hers);
        assertThat(of(auditor)).isEmpty();
    }

    @Test
    void showsEndOfContractWithoutNameAndOnesOwnAsOwn() {
        UUID contract = crew.contract(maryse, elodie, settings.today().minusYears(1), ContractSource.WAGE_SUBSIDY);
        db.sql("UPDATE plan.time_contract SET ends_on = ? WHERE id = ?")
                .params(settings.today().plusDays(40), contract)
                .update();
        String key = "plan.time/contract/" + contract;
        assertThat(known(of(elodie), key).what()).isEqualTo("Fin de votre contrat");
        assertThat(known(of(maryse), key).what()).isEqualTo("Fin d’un contrat de l’équipe");
        assertThat(of(elodie).keySet()).anyMatch(each -> each.startsWith("plan.time/sheet/"));
        assertThat(of(maryse).keySet()).noneMatch(each -> each.startsWith("plan.time/sheet/"));
        assertThat(of(auditor)).isEmpty();
    }

    @Test
    void showsReportToWritersUntilFiled() {
        UUID plan =
                db.sql("SELECT id FROM plan.actionplan_plan").query(UUID.class).single();
        UUID report = Ids.next();
        LocalDate today = settings.today();
        db.sql("""
                        INSERT INTO plan.report (id, version, plan, audience, edition, title, period_from, period_to, due_on,
                                                 language, responsible, created_at)
                        VALUES (?, 0, ?, 'ANNUAL', 1, 'Rapport QSF', ?, ?, ?, 'fr', ?, now())
                        """)
                .params(
                        report,
                        plan,
                        today.minusYears(1),
                        today,
                        today.plusDays(60),
                        TimeFixture.person(elodie).value())
                .update();
        Deadline hers = known(of(elodie), "plan.report/report/" + report);
        assertThat(hers.what()).isEqualTo("À déposer\u00a0: Rapport QSF");
        assertThat(hers.whose()).isEqualTo(DeadlineOwner.MINE);
        assertThat(of(auditor)).isEmpty();
    }

    /** A calendar would show a missing one as cancelled. */
    @Test
    void showsEveryEntryHoweverMany() {
        UUID plan =
                db.sql("SELECT id FROM plan.actionplan_plan").query(UUID.class).single();
        db.sql("""
                        INSERT INTO plan.report (id, version, plan, audience, edition, title, period_from, period_to, due_on,
                                                 language, created_at)
                        SELECT gen_random_uuid(), 0, :plan, 'ANNUAL', 1, 'Rapport ' || n, :today, :today + n, :today + 9, 'fr', now()
                        FROM generate_series(1, :many) AS n
                        """)
                .param("plan", plan)
                .param("today", settings.today())
                .param("many", MANY)
                .update();
        BoardFixture.SeatedBoard seated = board.addBoard();
        MeetingId held =
                meetings.plan(seated.id(), settings.today().minusDays(3).atTime(19, 0));
        db.sql("""
                        INSERT INTO outreach.assembly_follow_up (id, body, meeting, item, what, due_on, opened_on, state)
                        SELECT gen_random_uuid(), :body, :meeting, :point, 'Suite ' || n, :today + 9, :today, 'OPEN'
                        FROM generate_series(1, :many) AS n
                        """)
                .param("body", seated.id().value())
                .param("meeting", held.value())
                .param("point", meetings.itemId(held, 1))
                .param("today", settings.today())
                .param("many", MANY)
                .update();
        db.sql("""
                        INSERT INTO outreach.assembly_meeting (id, body, state, begins)
                        SELECT gen_random_uuid(), :body, 'PLANNED', :today + 9 + time '19:00' FROM generate_series(1, :many)
                        """)
                .param("body", seated.id().value())
                .param("today", settings.today())
                .param("many", MANY)
                .update();
        assertThat(of(maryse).keySet())
                .satisfies(keys -> assertThat(keys)
                        .filteredOn(key -> key.startsWith("plan.report/"))
                        .hasSize(MANY))
                .satisfies(keys -> assertThat(keys)
                        .filteredOn(key -> key.contains("/follow-up/"))
                        .hasSize(MANY))
                .satisfies(keys -> assertThat(keys)
                        .filteredOn(key -> key.contains("/meeting/") && !key.endsWith("/notice"))
                        .hasSizeGreaterThanOrEqualTo(MANY));
        db.sql("DELETE FROM outreach.assembly_follow_up").update();
        db.sql(
                        "DELETE FROM outreach.assembly_meeting WHERE convened_at IS NULL AND begins = CAST(? AS date) + 9 + time '19:00'")
                .param(settings.today())
                .update();
        db.sql("DELETE FROM plan.report").update();
    }

    @Test
    void namesNobodyAndLinksOnlyToThisSite() {
        week.line("Donner des ateliers", elodie, 20);
        crew.contract(maryse, elodie, settings.today().minusYears(1), ContractSource.WAGE_SUBSIDY);
        meetings.plan(board.addBoard().id(), settings.today().plusDays(30).atTime(19, 0));
        for (Actor each : List.of(maryse, elodie)) {
            assertThat(of(each).values()).isNotEmpty().allSatisfy(deadline -> {
                assertThat(deadline.what()).doesNotContain("Tremblay", "Roy", "Titulaire");
                assertThat(deadline.url()).startsWith("/");
                assertThat(deadline.key()).matches("[a-z.]+/[a-zA-Z0-9/-]+");
            });
        }
    }

    private UUID ask(UUID point, String what, @Nullable Actor whose) {
        var facts = new FollowUpFacts(
                what,
                whose == null ? null : TimeFixture.person(whose),
                null,
                settings.today().plusDays(9));
        return board.callAs(() -> followUps.create(point, null, facts));
    }

    private static String key(ActionId action) {
        return "plan.actionplan/action/" + action.value();
    }

    private static Deadline known(Map<String, Deadline> all, String key) {
        Deadline found = all.get(key);
        assertThat(found).as("%s in %s", key, all.keySet()).isNotNull();
        return Objects.requireNonNull(found);
    }

    private Map<String, Deadline> of(Actor actor) {
        LocalDate today = settings.today();
        return CurrentActor.callAs(
                actor,
                () -> deadlines.findBetween(today, today.plusMonths(8), speaking.forLanguage(actor.language())).stream()
                        .collect(Collectors.toMap(Deadline::key, Function.identity())));
    }
}
