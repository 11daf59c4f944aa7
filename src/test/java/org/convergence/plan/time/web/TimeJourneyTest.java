package org.convergence.plan.time.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.plan.time.TimeFixture;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Friday at four: the week is proposed, corrected, submitted; and the coordinator sees the remaining capacity. */
@JourneyTest
class TimeJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void submitsAWeekInAFewSteps(BrowserLook look) {
        Page page = traveller.signIn(look, Role.STAFF);
        Actor elodie = signedIn(Role.STAFF);
        Actor maryse = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        Week week = Week.of(settings.today());
        crew.contract(maryse, elodie, week.monday().minusYears(1), ContractSource.WAGE_SUBSIDY);
        workshop(elodie, week.monday());
        var pictures = new JourneyScreenshots(page, look, "time");

        page.navigate(traveller.urlOf("/"));
        pictures.checkAndSave("today");
        page.locator("nav a[href='/plan/time']").first().dispatchEvent("click");
        page.waitForURL("**/plan/time/week/*");
        pictures.checkAndSave("week");
        page.locator("input[name=h1_0]").fill("2 h 30");
        pictures.checkAndSave("typed");
        page.locator("button[name=do][value=submit]").click();
        page.locator(".notice.ok").waitFor();
        pictures.checkAndSave("handed-in");
        assertThat(page.locator("main input[name^=h]").count()).isZero();
        assertThat(db.sql("SELECT sum(hours) FROM plan.time_entry WHERE person = ?")
                        .param(elodie.personId())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("8.5");
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void showsTheCapacityOfTheTeamToTheCoordinator(BrowserLook look) throws IOException {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        Actor me = signedIn(Role.COORDINATOR);
        Actor elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        LocalDate today = settings.today();
        UUID contract = crew.contract(me, elodie, today.minusYears(1), ContractSource.WAGE_SUBSIDY);
        workshop(elodie, today.minusDays(1));
        var pictures = new JourneyScreenshots(page, look, "time");

        for (String place : List.of("contracts", "contracts/new", "contracts/" + contract, "leave", "sheets")) {
            page.navigate(traveller.urlOf("/plan/time/" + place));
            pictures.checkAndSave(place.replaceAll("/.{36}", "/one").replace('/', '-'));
        }
        page.navigate(traveller.urlOf("/plan/time/calendar?year=2027"));
        pictures.checkAndSave("calendar");
        page.navigate(traveller.urlOf("/plan/time/capacity?post=" + contract + "&end=" + today.plusMonths(3)));
        pictures.checkAndSave("capacity");
        page.locator("figure details summary").click();
        pictures.checkAndSave("capacity-figures");
        if (look.width() > 1000) {
            assertThat(page.evalOnSelector("figure .scroll", "(table) => table.scrollWidth - table.clientWidth"))
                    .as("truncated parts of the table")
                    .isEqualTo(0);
        }
        save(page, "/plan/time/capacity/pdf", look);
        page.context().close();
    }

    /** Saves the board's page, for inspection. */
    private void save(Page page, String url, BrowserLook look) throws IOException {
        var answer = page.context().request().get(traveller.urlOf(url));
        assertThat(answer.status()).isEqualTo(200);
        Path folder = Files.createDirectories(Path.of("target/journeys/time"));
        Files.write(folder.resolve("capacity-" + look.language() + ".pdf"), answer.body());
    }

    private void workshop(Actor who, LocalDate day) {
        PlanId plan = ground.plan("Plan d’action");
        db.sql("UPDATE plan.actionplan_plan SET period_from = ?, period_to = ? WHERE id = ?")
                .params(day.minusMonths(3), day.plusMonths(9), plan.value())
                .update();
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        ActionId action = ground.action(plan, means, "Donner des ateliers sur la transition juste");
        ActionId book = ground.action(plan, means, "Écrire une bande dessinée, si les moyens le permettent");
        db.sql("UPDATE plan.actionplan_action SET commitment = 'IF_FUNDED' WHERE id = ?")
                .param(book.value())
                .update();
        List<ActionId> asking = new ArrayList<>(List.of(action, book));
        for (String commitment : List.of("ON_REQUEST", "IF_SITUATION_CALLS", "IF_CAPACITY_ALLOWS")) {
            ActionId other = ground.action(plan, means, "Autre travail : " + commitment);
            db.sql("UPDATE plan.actionplan_action SET commitment = ? WHERE id = ?")
                    .params(commitment, other.value())
                    .update();
            asking.add(other);
        }
        for (ActionId each : asking) {
            db.sql("INSERT INTO plan.actionplan_follow_up (action, effort, responsible) VALUES (?, 'XL', ?)")
                    .params(each.value(), Objects.requireNonNull(who.personId()))
                    .update();
        }
        CurrentActor.runAs(
                who,
                () -> realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop("Atelier au cégep", day),
                        new Amounts(new BigDecimal("6"), null, null),
                        PlanAttribution.serving(Set.of(action)),
                        day.plusDays(1))));
    }

    /** The last person who signed in. */
    private Actor signedIn(Role role) {
        Actor hired = crew.hire(visitors, "Camille", "D’Amours", role);
        UUID account = db.sql("SELECT id FROM identity.account ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single();
        db.sql("UPDATE identity.account SET person_id = ? WHERE id = ?")
                .params(Objects.requireNonNull(hired.personId()), account)
                .update();
        return new Actor(account, hired.label(), hired.personId(), "fr", hired.permissions());
    }
}
