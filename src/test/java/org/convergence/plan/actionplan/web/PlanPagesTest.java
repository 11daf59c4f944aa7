package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class PlanPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ActionPlans plans;

    private UUID plan = new UUID(0, 0);
    private PlanTree tree = new PlanTree(
            plan,
            "",
            org.convergence.plan.actionplan.PlanKind.ANNUAL,
            org.convergence.plan.actionplan.PlanStatus.DRAFT,
            null,
            null,
            List.of(),
            List.of());

    @BeforeEach
    void aDraft() throws Exception {
        visitors.ensureOrganisation();
        PlanId id = CurrentActor.callAs(Actor.system("test"), () -> plans.draftFrom(Blueprints.aSmallPlan()));
        plan = id.value();
        tree = CurrentActor.callAs(Actor.system("test"), () -> plans.tree(id));
    }

    @Test
    void everyPageOfADraftOpens() {
        for (String page :
                List.of("", "/text", "/edit", "/adopt", "/discard", "/close", "/add/objective", "/add/section")) {
            opens("/plan/actionplan/" + plan + page);
        }
        opens("/plan/actionplan");
        opens("/plan/actionplan/new");
        opens("/plan/actionplan/area/education");
        assertThat(Pages.parse(get("/plan/actionplan/area/education"))
                        .select("main nav a")
                        .eachAttr("href"))
                .contains("/education/workshop/requests", "/education/internship", "/education/tool")
                .doesNotContain("/cooperation/project");
        everyPageOfLinesOpens();
    }

    @Test
    void everyPageOfAnAdoptedPlanOpens() {
        adopt();
        for (String page : List.of("", "/text", "/edit", "/close", "/amendments", "/comparison")) {
            opens("/plan/actionplan/" + plan + page);
        }
        everyPageOfLinesOpens();
    }

    @Test
    void amendmentWithoutReasonKeepsTypedValues() {
        adopt();
        UUID action = action();
        MvcTestResult answer = post(
                "/plan/actionplan/line/action/" + action + "/edit",
                "version",
                "1",
                "text",
                "Créer trois ateliers.",
                "commitment",
                "FIRM",
                "decidedOn",
                "2025-01-28");
        assertThat(answer).hasStatus(422).bodyText().contains("Créer trois ateliers.");
        MvcTestResult again = post(
                "/plan/actionplan/line/action/" + action + "/edit",
                "version",
                "1",
                "text",
                "Créer trois ateliers.",
                "commitment",
                "FIRM",
                "decidedOn",
                "2025-01-28",
                "reason",
                "Une demande de plus");
        assertThat(again).hasStatus(303);
        assertThat(get("/plan/actionplan/" + plan + "/amendments")).bodyText().contains("Une demande de plus");
        assertThat(get("/plan/actionplan/" + plan + "/comparison")).bodyText().contains("Créer trois ateliers.");
    }

    @Test
    void concurrentEditsOfActionShowBothVersions() {
        String url = "/plan/actionplan/line/action/" + action() + "/edit";
        assertThat(post(url, "version", "1", "text", "Les ateliers de Camille.", "commitment", "FIRM"))
                .hasStatus(303);
        assertThat(post(url, "version", "1", "text", "Mes ateliers.", "commitment", "FIRM"))
                .hasStatus(409)
                .bodyText()
                .contains("Les ateliers de Camille.", "Mes ateliers.");
    }

    @Test
    void requiresReasonForManualState() {
        adopt();
        String url = "/plan/actionplan/action/" + action();
        assertThat(post(url + "/state", "stated", "POSTPONED")).hasStatus(422);
        assertThat(post(url + "/state", "stated", "POSTPONED", "reason", "La subvention a pris fin"))
                .hasStatus(303);
        assertThat(get(url)).bodyText().contains("La subvention a pris fin");
        assertThat(post(url + "/state/undo")).hasStatus(303);
    }

    @Test
    void invalidFollowUpKeepsTypedValues() {
        String url = "/plan/actionplan/action/" + action() + "/follow-up";
        assertThat(post(url, "version", "0", "from", "2025-13-45", "rhythm", "souvent"))
                .hasStatus(422)
                .bodyText()
                .contains("2025-13-45", "souvent");
        assertThat(post(url, "version", "0", "responsible", "Comité éducation", "rhythm", "chaque mois", "effort", "M"))
                .hasStatus(303);
    }

    private void everyPageOfLinesOpens() {
        UUID means = tree.objectives().get(0).means().get(0).id();
        opens("/plan/actionplan/means/" + means);
        opens("/plan/actionplan/action/" + action());
        opens("/plan/actionplan/action/" + action() + "/follow-up");
        opens("/plan/actionplan/line/section/" + tree.sections().get(0).id() + "/edit");
        opens("/plan/actionplan/line/objective/" + tree.objectives().get(0).id() + "/edit");
        opens("/plan/actionplan/line/means/" + means + "/edit");
        for (String gesture : List.of("/edit", "/move", "/drop", "/add")) {
            opens("/plan/actionplan/line/action/" + action() + gesture);
        }
    }

    private UUID action() {
        return tree.objectives().get(0).means().get(0).actions().get(1).id();
    }

    private void adopt() {
        assertThat(post(
                        "/plan/actionplan/" + plan + "/adopt",
                        "version",
                        "1",
                        "body",
                        "AGA",
                        "date",
                        "2024-09-30",
                        "number",
                        "AGA-2024-09-04"))
                .hasStatus(303);
    }

    private void opens(String url) {
        assertThat(get(url)).as(url).hasStatusOk();
    }

    private MvcTestResult get(String url) {
        return mvc.get().uri(url).with(visitors.as(Role.COORDINATOR)).exchange();
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).with(visitors.as(Role.COORDINATOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
