package org.convergence.plan.time.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.time.TimeFixture;
import org.convergence.plan.time.domain.CapacityQueries;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@ModuleTest
class CapacityPagesTest {

    private static final String PAGE = "/plan/time/capacity";

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private CapacityQueries capacity;

    @Autowired
    private JdbcClient db;

    private Actor maryse = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;
    private UUID contract = new UUID(0, 0);
    private LocalDate next = LocalDate.EPOCH;
    private PlanId plan = new PlanId(new UUID(0, 0));
    private MeansId means = new MeansId(new UUID(0, 0));

    @BeforeEach
    void prepareOverloadedTeamOfOne() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM plan.time_contract").update();
        ground.clear();
        next = settings.today().plusMonths(1).withDayOfMonth(1);
        maryse = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        contract = crew.contract(maryse, elodie, settings.today().minusYears(1), ContractSource.WAGE_SUBSIDY);
        plan = ground.plan("Plan d’action");
        db.sql("UPDATE plan.actionplan_plan SET period_from = ?, period_to = ?")
                .params(next.minusMonths(4), next.plusMonths(8).minusDays(1))
                .update();
        means = ground.means(plan, "1.2", "Ateliers");
        action("Tenir l’assemblée", "FIRM", "L", 1);
        action("Écrire un livre", "IF_CAPACITY_ALLOWS", "XL", 1);
        action("Sans effort connu", "FIRM", null, 1);
    }

    @AfterEach
    void removeHours() {
        db.sql("DELETE FROM plan.time_entry WHERE person = ?")
                .param(elodie.personId())
                .update();
    }

    /** @param months length of its window from next month on */
    private void action(String text, String commitment, @Nullable String effort, int months) {
        ActionId id = ground.action(plan, means, text);
        db.sql("UPDATE plan.actionplan_action SET commitment = ? WHERE id = ?")
                .params(commitment, id.value())
                .update();
        db.sql(
                        "INSERT INTO plan.actionplan_follow_up (action, window_from, window_to, effort, responsible) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id.value(), next, next.plusMonths(months).minusDays(1), effort, elodie.personId()))
                .update();
    }

    @Test
    void namesTheOverloadedMonthAndPostponableActions() {
        Document page = Pages.require(get(maryse, PAGE));
        var month = page.select("table.figures-table tbody tr").get(1);
        assertThat(month.text()).contains("60 h", "150 h", "210 h", "Déborde");
        assertThat(page.select("#waits li")).hasSize(1);
        assertThat(page.select("#waits").text())
                .contains("Écrire un livre", "150 h")
                .doesNotContain("assemblée");
        assertThat(page.text()).contains("1 action n’a pas d’effort indiqué");
        assertThat(page.select("figure svg")).isNotEmpty();
    }

    @Test
    void offersNoActionThatFreesNextToNothing() {
        action("Une affiche", "IF_FUNDED", "S", 2);
        assertThat(Pages.require(get(maryse, PAGE)).select("#waits").text())
                .contains("Écrire un livre")
                .doesNotContain("Une affiche");
    }

    @Test
    void roundsHoursOnceSoThatTableAndChartAgree() {
        action("Atelier", "FIRM", "S", 2);
        action("Atelier d’hiver", "IF_FUNDED", "S", 2);
        action("Petit dossier", "IF_FUNDED", "S", 11);
        Document page = Pages.require(get(maryse, PAGE));
        List<String> drawn = page.select("figure svg text").eachText();
        for (Element month : page.select("table.figures-table tbody tr")) {
            List<Integer> hours = month.select("td.number").eachText().stream()
                    .map(text -> Integer.parseInt("0" + text.replaceAll("[^0-9]", "")))
                    .toList();
            int asked = hours.get(hours.size() - 2);
            assertThat(hours.subList(1, hours.size() - 2).stream()
                            .mapToInt(each -> each)
                            .sum())
                    .as(month.text())
                    .isEqualTo(asked);
            assertThat(drawn).contains(String.valueOf(asked));
        }
        assertThat(page.select("#waits strong").eachText()).isNotEmpty().doesNotContain("0 h");
    }

    @Test
    void aLineTakesTheHoursOfTheSameLineOfLastYear() {
        LocalDate began = next.minusMonths(16);
        PlanId last = ground.plan("Plan de l’an dernier", began);
        ActionId same = ground.action(last, ground.means(last, "1.2", "Ateliers"), "Tenir l’assemblée");
        LocalDate monday = began.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        db.sql("INSERT INTO plan.time_sheet (id, person, monday, state, saved_at) VALUES (?, ?, ?, 'DRAFT', now())")
                .params(Ids.next(), Objects.requireNonNull(elodie.personId()), monday)
                .update();
        db.sql("""
                        INSERT INTO plan.time_entry (id, person, monday, day, hours, action, volunteer)
                        VALUES (?, ?, ?, ?, 8, ?, false)
                        """)
                .params(Ids.next(), Objects.requireNonNull(elodie.personId()), monday, monday, same.value())
                .update();
        Document page = Pages.require(get(maryse, PAGE));
        assertThat(page.text()).contains("1 action est comptée d’après les heures de l’an dernier.");
        assertThat(page.select("table.figures-table tbody tr").get(1).text()).contains("8 h", "158 h");
    }

    @Test
    void assumingTheEndOfAContractSavesNothing() {
        Document page = Pages.require(get(maryse, PAGE + "?post=" + contract + "&end=" + next.minusDays(1)));
        var month = page.select("table.figures-table tbody tr").get(1);
        assertThat(month.select("td").get(0).text()).isEqualTo("0 h");
        assertThat(month.text()).contains("Trop d’engagements fermes");
        assertThat(Pages.require(get(maryse, PAGE))
                        .select("table.figures-table tbody tr")
                        .get(1)
                        .text())
                .contains("Déborde");
        assertThat(db.sql("SELECT count(*) FROM plan.time_contract WHERE ends_on IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theBoardSeesTotalsWithoutNames() {
        Actor board = crew.hire(visitors, "Thérèse", "Bouchard", Role.BOARD_MEMBER);
        Document page = Pages.require(get(board, PAGE + "?post=" + contract + "&end=" + next));
        assertThat(page.select("select[name=post]")).isEmpty();
        assertThat(page.text()).doesNotContain("Tremblay").doesNotContain("prenait fin");
        MvcTestResult pdf = get(board, PAGE + "/pdf");
        assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
        assertThat(pdf.getResponse().getContentAsByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theApiReturnsTheSameTotals() {
        JsonNode months = Json.parse(Pages.text(get(elodie, "/api/v1/capacity?from=" + next + "&to=" + next)))
                .node()
                .path("months");
        assertThat(months).hasSize(1);
        assertThat(months.get(0).path("promised").path("FIRM").asDouble()).isEqualTo(60);
        assertThat(months.get(0).path("over").asBoolean()).isTrue();
        assertThat(get(elodie, "/api/v1/capacity?to=" + next.plusYears(3))).hasStatus(422);
    }

    @Test
    void theHomePageShowsTheRestOfTheWeek() {
        CapacityQueries.RestOfWeek rest = CurrentActor.callAs(elodie, capacity::ownWeek);
        boolean something = rest.left().signum() > 0 || rest.promised().signum() > 0;
        if (settings.today().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) < 0) {
            assertThat(something).as("no two holidays end a week").isTrue();
        }
        String said = Pages.require(get(elodie, "/")).text();
        if (something) {
            assertThat(said).containsPattern("Il vous reste .+ cette semaine; .+ (?:est promise|sont promises)");
        } else {
            assertThat(said).doesNotContain("Il vous reste");
        }
    }

    private MvcTestResult get(Actor actor, String url) {
        return browser.get()
                .uri(url)
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
    }
}
