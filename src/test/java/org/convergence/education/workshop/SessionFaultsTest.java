package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that are blank in part or whole (R-EDU-3), and a session that is moved over the end of a year. */
@ModuleTest
class SessionFaultsTest {

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private WorkshopCatalogue catalogue;

    @Autowired
    private WorkshopSessionService sessions;

    @Autowired
    private Pages pages;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    @Test
    void aWhollyBlankOneIsNoneSoThatTheOtherFourStayHidden() {
        WorkshopSessionId session = fixture.held(5, true);
        for (int i = 0; i < 4; i++) {
            assertThat(fixture.evaluate(session, "learned=YES", "useful=YES")).hasStatus(303);
        }
        assertThat(fixture.evaluate(session, "learned=", "useful=", "recommend="))
                .hasStatus(422)
                .bodyText()
                .contains("Répondez à une question");
        close(session);
        assertThat(fixture.count("education.workshop_answer")).isZero();
        assertThat(fixture.main("/education/workshop/sessions/" + session.value()))
                .contains("Moins de 5 réponses")
                .doesNotContain("Oui 4");
        assertThat(evaluation(session)).contains("\"hidden\":true").doesNotContain("4");
    }

    @Test
    void oneThatLeavesAQuestionBlankHidesThatQuestionAlone() {
        WorkshopSessionId session = fixture.held(5, true);
        for (int i = 0; i < 4; i++) {
            assertThat(fixture.evaluate(session, "learned=YES", "useful=NO")).hasStatus(303);
        }
        assertThat(fixture.evaluate(session, "learned=YES")).hasStatus(303);
        close(session);
        assertThat(fixture.main("/education/workshop/sessions/" + session.value()))
                .contains("5 réponses", "Oui 5 · un peu 0 · non 0")
                .doesNotContain("non 4");
        assertThat(fixture.main("/education/workshop/catalogue/" + fixture.workshop()))
                .contains("Oui 5")
                .doesNotContain("non 4");
        assertThat(evaluation(session)).contains("\"answers\":5", "\"yes\":5").doesNotContain("\"no\":4");
    }

    @Test
    void aSessionMovedOverTheEndOfAYearTakesItsHoursWithIt() {
        int year = fixture.wished().getYear();
        CurrentActor.runAs(fixture.staff(), () -> {
            catalogue.setCapacity(year + 1, BigDecimal.valueOf(8));
            WorkshopSessionId session = sessions.schedule(fixture.facts(LocalDate.of(year, 12, 31)));
            assertThat(left(year)).isEqualByComparingTo("6");
            assertThat(left(year + 1)).isEqualByComparingTo("8");
            sessions.move(session, 1, fixture.facts(LocalDate.of(year + 1, 1, 1)));
            assertThat(left(year)).isEqualByComparingTo("10");
            assertThat(left(year + 1)).isEqualByComparingTo("4");
        });
    }

    private BigDecimal left(int year) {
        return Objects.requireNonNull(catalogue.findCapacity(year).left());
    }

    private void close(WorkshopSessionId session) {
        assertThat(pages.as(Role.STAFF).post("/education/workshop/sessions/" + session.value() + "/close"))
                .hasStatus(303);
    }

    private String evaluation(WorkshopSessionId session) {
        return WorkshopFixture.text(pages.as(Role.STAFF).get("/api/v1/sessions/" + session.value() + "/evaluation"));
    }
}
