package org.convergence.plan.preparation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class LineHoursPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private JdbcClient db;

    private PlanId plan = new PlanId(new UUID(0, 0));
    private MeansId means = new MeansId(new UUID(0, 0));
    private ActionId workshops = new ActionId(new UUID(0, 0));

    @BeforeEach
    void aLine() {
        visitors.ensureOrganisation();
        plan = ground.underWay("Plan d’action 2026-2027");
        means = ground.means(plan, "1.2", "Ateliers");
        workshops = ground.action(plan, means, "Donner des ateliers");
    }

    @Test
    void sheetAndLinePageShowSameHours() {
        CurrentActor.runAs(
                RealisationFixture.COORDINATOR,
                () -> realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop("Atelier au cégep", ground.begun()),
                        new Amounts(new BigDecimal("183"), null, null),
                        PlanAttribution.serving(Set.of(workshops)),
                        ground.begun())));
        assertThat(row(Pages.parse(get(Role.COORDINATOR, url(""))), workshops).text())
                .contains("183 h estimées");
        String line = "/plan/actionplan/action/" + workshops.value();
        assertThat(Pages.parse(get(Role.COORDINATOR, line)).text()).contains("183 h estimées");
        entered("24", 0);
        entered("8.5", 1);
        assertThat(row(Pages.parse(get(Role.COORDINATOR, url(""))), workshops).text())
                .contains("32 h 30 inscrites");
        assertThat(Pages.parse(get(Role.COORDINATOR, line)).text())
                .contains("32 h 30 inscrites")
                .doesNotContain("183", "(estimation)");
    }

    @Test
    void everyPlaceCountsSameHoursOfRealisations() throws IOException {
        RealisationId workshop = CurrentActor.callAs(
                RealisationFixture.COORDINATOR,
                () -> realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop("Atelier au cégep", ground.begun()),
                        new Amounts(new BigDecimal("183"), null, null),
                        PlanAttribution.serving(Set.of(workshops)),
                        ground.begun())));
        db.sql("UPDATE plan.actionplan_action SET target = CAST(? AS jsonb) WHERE id = ?")
                .params(Json.of(ActionTarget.of(TargetMeasure.HOURS, 40)).toString(), workshops.value())
                .update();
        entered("24", 0);
        entered("8.5", 1);
        db.sql("UPDATE plan.time_entry SET realisation = ? WHERE action = ?")
                .params(workshop.value(), workshops.value())
                .update();
        db.sql("UPDATE plan.realisation SET worked_staff_hours = 32.5 WHERE id = ?")
                .param(workshop.value())
                .update();
        for (String shown : List.of(
                "/plan/actionplan/action/" + workshops.value(),
                "/plan/actionplan/means/" + means.value(),
                "/plan/realisation/" + workshop.value(),
                "/plan/actionplan/" + plan.value() + "/file/followed/csv",
                "/api/v1/realisations/" + workshop.value(),
                "/api/v1/plans/" + plan.value() + "/reports/annual.pdf")) {
            assertThat(text(get(Role.COORDINATOR, shown)))
                    .as(shown)
                    .containsPattern("\\b32([,.]5|\\h*h\\h*30)")
                    .doesNotContainPattern("\\b183\\b");
        }
    }

    /** The words of a page or of a PDF, or a whole file. */
    private static String text(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        String type = String.valueOf(answer.getResponse().getContentType());
        if (type.equals("application/pdf")) {
            try (PDDocument pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        return type.startsWith("text/html") ? Pages.parse(answer).select("main").text() : Pages.text(answer);
    }

    private void entered(String hours, int day) {
        UUID person = Ids.next();
        db.sql(
                        "INSERT INTO directory.people_person (id, version, given_name, family_name) VALUES (?, 1, 'Ana', 'Ortiz')")
                .param(person)
                .update();
        LocalDate monday = LocalDate.of(2026, 11, 2);
        db.sql("INSERT INTO plan.time_sheet (id, person, monday, state, saved_at) VALUES (?, ?, ?, 'DRAFT', now())")
                .params(Ids.next(), person, monday)
                .update();
        db.sql("""
                        INSERT INTO plan.time_entry (id, person, monday, day, hours, action, volunteer)
                        VALUES (?, ?, ?, ?, CAST(? AS numeric), ?, false)
                        """)
                .params(Ids.next(), person, monday, monday.plusDays(day), hours, workshops.value())
                .update();
    }

    private String url(String below) {
        return "/plan/preparation/" + plan.value() + below;
    }

    private MvcTestResult get(Role role, String url) {
        return browser.get()
                .uri(url)
                .with(visitors.as(role))
                .header("Accept-Language", "fr")
                .exchange();
    }

    private static Element row(Document page, ActionId line) {
        return Objects.requireNonNull(page.getElementById("line-" + line.value()));
    }
}
