package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A project is evaluated: questions, findings, and what follows, until it is done. */
@ModuleTest
class ProjectEvaluationTest {

    private static final String TO_EVALUATE = "Évaluer un projet";
    private static final String TO_FOLLOW = "Donner suite à une évaluation";

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate today = LocalDate.EPOCH;
    private String url = "";

    @BeforeEach
    void openProject() {
        fixture.clear();
        today = settings.today();
        url = fixture.post(
                        "/cooperation/project/new",
                        "title=Couture",
                        "role=CO_LEAD",
                        "organisation-new=" + CooperationFixture.PARTNER)
                + "/evaluation";
    }

    private String plan() {
        fixture.post(
                url + "/new",
                "madeBy=THIRD",
                "evaluator=Une université",
                "questions=Qui décide?",
                "plannedOn=" + today.plusDays(5));
        return url + "/" + fixture.only("project_evaluation");
    }

    @Test
    void isRecalledUntilItIsDoneAndItsFindingsUntilTheyAreFollowedUp() {
        String evaluation = plan();
        assertThat(fixture.main(url)).contains("Par un tiers · Une université", "Qui décide?", "Prévue le");
        assertThat(fixture.main("/")).contains(TO_EVALUATE);
        fixture.post(
                evaluation,
                "version=1",
                "madeBy=THIRD",
                "questions=Qui décide?",
                "plannedOn=" + today.plusDays(5),
                "doneOn=" + today,
                "conclusion=Les déléguées décident.");
        assertThat(fixture.main("/")).doesNotContain(TO_EVALUATE);
        String late = "finding=Les réunions sont trop tard";
        String follow = "followUp=Les tenir le midi";
        fixture.post(evaluation + "/findings/new", late, follow, "dueOn=" + today.plusDays(3));
        assertThat(fixture.main(url))
                .contains("Les déléguées décident.", "Les réunions sont trop tard", "Suite : Les tenir le midi");
        assertThat(fixture.main("/")).contains(TO_FOLLOW);
        String finding = evaluation + "/findings/" + fixture.only("project_finding");
        fixture.post(finding, "version=1", late, follow, "dueOn=" + today.plusDays(3), "followedOn=" + today);
        assertThat(fixture.main("/")).doesNotContain(TO_FOLLOW);
        assertThat(fixture.main(url)).contains("Suite donnée le");
        assertThat(pages.as(Role.COORDINATOR).post(finding, "version=1", late))
                .as("on an old page")
                .hasStatus(409);
        fixture.post(finding + "/remove");
        assertThat(fixture.main(url)).contains("Aucun constat");
        fixture.post(evaluation + "/remove");
        assertThat(fixture.main(url)).contains("Aucune évaluation");
    }

    @Test
    void aFollowUpNeedsWordsAndWhatIsDoneIsPast() {
        String evaluation = plan();
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(Pages.text(coordinator.post(
                        evaluation + "/findings/new", "finding=Un constat", "dueOn=" + today.plusDays(3))))
                .contains("Dites d’abord la suite");
        assertThat(Pages.text(coordinator.post(
                        evaluation + "/findings/new",
                        "finding=Un constat",
                        "followUp=Une suite",
                        "followedOn=" + today.plusDays(1))))
                .contains("pas encore arrivé");
        assertThat(coordinator.post(url + "/new", "madeBy=US"))
                .as("without a question")
                .hasStatus(422);
    }
}
