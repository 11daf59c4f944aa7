package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A recorded realisation is corrected, withdrawn and restored on pages. */
@ModuleTest
class RealisationCorrectionPagesTest extends RecordingPagesFixture {

    @Test
    void undoReopensTheFormWithItsValues() {
        String url = Pages.location(send("title", TITLE, "when", "today", "count", "24", "women", "15"));
        MvcTestResult undone = post(url + "/undo");
        assertThat(undone).hasStatus(303);
        assertThat(fact(url).state()).isEqualTo(RealisationState.WITHDRAWN);
        Document page = open(Pages.location(undone));
        assertThat(page.select("input[name=title]").val()).isEqualTo(TITLE);
        assertThat(page.select("input[name=women]").val()).isEqualTo("15");
        assertThat(page.select("input[name=version]")).isEmpty();
    }

    @Test
    void aCopyKeepsOnlyRecurringValues() {
        String url =
                Pages.location(send("title", TITLE, "when", "yesterday", "where", "CO", "count", "24", "hours", "3"));
        Document page = open("/plan/realisation/new?like=" + url.substring(url.lastIndexOf('/') + 1));
        assertThat(page.select("input[name=title]").val()).isEqualTo(TITLE);
        assertThat(page.select("select[name=country] option[selected]").val()).isEqualTo("CO");
        assertThat(page.select("input[name=hours]").val()).isEqualTo("3");
        assertThat(page.select("input[name=count]").val()).isEmpty();
        assertThat(page.select("input[name=when][checked]").val()).isEqualTo("today");
    }

    @Test
    void concurrentCorrectionsShowBothVersions() {
        String url = Pages.location(send("title", TITLE, "when", "today", "count", "24", "where", "QC-06"));
        String day = today.toString();
        assertThat(post(
                        url + "/edit",
                        "version",
                        "1",
                        "title",
                        "Le titre de Camille",
                        "when",
                        "other",
                        "date",
                        day,
                        "count",
                        "24",
                        "where",
                        "ONLINE",
                        "kind",
                        "WORKSHOP"))
                .hasStatus(303);
        MvcTestResult conflict = post(
                url + "/edit",
                "version",
                "1",
                "title",
                "Mon titre",
                "when",
                "today",
                "count",
                "30",
                "where",
                "QC-06",
                "kind",
                "WORKSHOP",
                "quantity",
                "2");
        assertThat(conflict).hasStatus(409);
        Document page = page(conflict);
        assertThat(page.select(".version")).hasSize(2);
        assertThat(page.select(".versions").text()).contains("Le titre de Camille", "Mon titre");
        assertThat(page.select("input[name=count]").val())
                .as("only I changed it")
                .isEqualTo("30");
        assertThat(page.select("input[name=where][checked]").val())
                .as("only the other one changed it")
                .isEqualTo("ONLINE");
        assertThat(fact(url).happening().title()).isEqualTo("Le titre de Camille");
        assertThat(page.select("input[name=quantity]").val())
                .as("only I changed it")
                .isEqualTo("2");
    }

    @Test
    void historyShowsQuantityAndKind() {
        String url = Pages.location(send("title", TITLE, "when", "today"));
        post(url + "/edit", "version", "1", "title", TITLE, "when", "today", "kind", "MEETING", "quantity", "3");
        assertThat(open(url).select(".history").text())
                .contains("Compte pour 1 3", "Rencontre")
                .doesNotContain("MEETING", "WORKSHOP");
    }

    @Test
    void tellsATargetThatDoesNotCountItsKind() {
        db.sql("UPDATE plan.actionplan_action SET target = CAST(? AS jsonb) WHERE id = ?")
                .params(
                        "{\"measure\": \"REALISATIONS\", \"number\": 12, \"kinds\": [\"WORKSHOP\"]}",
                        coalitions.value())
                .update();
        String line = id(coalitions);
        String url = Pages.location(send(
                "title",
                TITLE,
                "when",
                "today",
                "action",
                line,
                "settled",
                "true",
                "kind",
                "MEETING",
                "quantity",
                "3"));
        assertThat(open(url).select("main").text())
                .contains("La cible de cette ligne (12 ateliers) ne compte pas ce type")
                .doesNotContain("Compte pour 3 réalisations");
        post(
                url + "/edit",
                "version",
                "1",
                "title",
                TITLE,
                "when",
                "today",
                "action",
                line,
                "kind",
                "WORKSHOP",
                "quantity",
                "3");
        assertThat(open(url).select("main").text())
                .contains("Compte pour 3 réalisations")
                .doesNotContain("ne compte pas ce genre");
    }

    @Test
    void factsOfASourceAreReadOnly() throws Exception {
        RealisationId id = CurrentActor.callAs(
                RealisationFixture.COORDINATOR,
                () -> realisations.record(RecordRealisationCommand.done(
                        new RealisationSource("education.workshop", "session", "7", "/plan"),
                        RealisationFixture.workshop("Séance du catalogue", today),
                        Amounts.UNKNOWN,
                        PlanAttribution.NOTHING)));
        String url = "/plan/realisation/" + id.value();
        Document page = open(url + "/edit");
        assertThat(page.select("input[name=title], input[name=count], input[name=when]"))
                .isEmpty();
        assertThat(page.select(".card a").attr("href")).isEqualTo("/plan");
        assertThat(post(url + "/edit", "version", "1", "action", id(coalitions), "narrative", "Bien.", "title", "Faux"))
                .hasStatus(303);
        assertThat(fact(url).happening().title()).isEqualTo("Séance du catalogue");
        assertThat(fact(url).telling()).isEqualTo(new PlanAttribution(Set.of(coalitions), "Bien.", List.of()));
        assertThat(open(url).select(".gestures a.grave")).isEmpty();
    }

    @Test
    void aWithdrawnRealisationCountsNowhereUntilRestored() {
        String url = Pages.location(send("title", TITLE, "when", "today"));
        assertThat(post(url + "/withdraw", "reason", "")).hasStatus(422);
        assertThat(post(url + "/withdraw", "reason", "Saisie en double")).hasStatus(303);
        assertThat(open(url).select("main").text()).contains("Saisie en double", "Rétablir");
        db.sql("UPDATE plan.realisation SET withdrawn_reason = 'DECLINED' WHERE withdrawn_reason = 'Saisie en double'")
                .update();
        assertThat(open(url).select("main").text())
                .as("a mark of an earlier version")
                .contains("Retirée. Repris dans la page où il a été noté");
        assertThat(get(url + "/edit", Role.COORDINATOR)).hasStatus(422);
        assertThat(post(url + "/restore")).hasStatus(303);
        assertThat(fact(url).state()).isEqualTo(RealisationState.DONE);
    }

    @Test
    void hidesAndRefusesCorrectionWithoutPermission() {
        String url = Pages.location(send("title", TITLE, "when", "today"));
        assertThat(page(get(url, Role.AUDITOR)).select("main .gestures a, main form"))
                .isEmpty();
        assertThat(get(url + "/edit", Role.VOLUNTEER)).hasStatus(403);
        assertThat(get(url + "/edit", Role.AUDITOR)).hasStatus(403);
    }
}
