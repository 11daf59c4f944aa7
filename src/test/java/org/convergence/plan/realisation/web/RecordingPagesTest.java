package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** « C'est fait », and corrections, on pages. */
@ModuleTest
class RecordingPagesTest extends RecordingPagesFixture {

    @Test
    void titleAndDateSuffice() {
        RealisationFact kept = fact(send("title", TITLE, "when", "yesterday"));
        assertThat(kept.happening().title()).isEqualTo(TITLE);
        assertThat(kept.happening().when().to()).isEqualTo(today.minusDays(1));
        assertThat(kept.state()).isEqualTo(RealisationState.DONE);
        assertThat(kept.happening().kind()).isEqualTo(RealisationKind.WORKSHOP);
        assertThat(kept.happening().place()).isNull();
        assertThat(kept.happening().participations()).isNull();
    }

    @Test
    void theFormBeginsTodayAtThePlaceOfTheOwnLastRecording() {
        assertThat(open("/plan/realisation/new")
                        .select("input[name=where][checked]")
                        .val())
                .as("a place feeds maps: none is guessed")
                .isEqualTo("NONE");
        send("title", TITLE, "when", "today", "where", "QC-06");
        db.sql("""
                        INSERT INTO plan.realisation (id, state, title, kind, starts_on, ends_on, place, recorded_by, recorded_at)
                        SELECT 'ffffffff-0000-7000-8000-000000000001', state, 'D’une autre', kind, starts_on, ends_on, 'CO',
                               gen_random_uuid(), recorded_at
                        FROM plan.realisation LIMIT 1
                        """).update();
        Document page = open("/plan/realisation/new");
        assertThat(page.select("input[name=when][checked]").val()).isEqualTo("today");
        assertThat(page.select("input[name=where][checked]").val()).isEqualTo("QC-06");
        assertThat(page.select("input[name=title]").hasAttr("autofocus")).isTrue();
    }

    @Test
    void linesProposedByTheTitleAreServedByDefault() {
        RealisationFact kept = fact(send("title", TITLE, "when", "today"));
        assertThat(kept.actions()).containsExactly(workshops);
    }

    @Test
    void anUntickedLineStaysUntickedForAnyTitle() {
        Document first = propose("title", "Atelier sur le textile");
        assertThat(first.select("input[name=action][checked]").eachAttr("value"))
                .containsExactly(id(workshops));
        Document refused = propose("title", TITLE, "offered", id(workshops));
        assertThat(refused.select("input[name=action][checked]")).isEmpty();
        assertThat(refused.select("input[name=refused]").eachAttr("value")).containsExactly(id(workshops));
        RealisationFact kept = fact(send("title", TITLE, "when", "today", "refused", id(workshops)));
        assertThat(kept.actions()).isEmpty();
    }

    @Test
    void aLineChosenByHandReplacesTheGuessAndStaysForAnyTitle() {
        Document chosen = propose("title", TITLE, "line", id(coalitions));
        assertThat(chosen.select("input[name=action][checked]").eachAttr("value"))
                .containsExactly(id(coalitions));
        Document renamed = propose(
                "title",
                "Tout autre chose",
                "action",
                id(coalitions),
                "action",
                id(workshops),
                "offered",
                id(workshops));
        assertThat(renamed.select("input[name=action][checked]").eachAttr("value"))
                .containsExactly(id(coalitions));
    }

    @Test
    void aFormOpenedFromALineServesOnlyThatLine() {
        Document page = open("/plan/realisation/new?action=" + id(coalitions));
        assertThat(page.select("input[name=action][checked]").eachAttr("value")).containsExactly(id(coalitions));
        RealisationFact kept = fact(send("title", TITLE, "when", "today", "action", id(coalitions), "settled", "true"));
        assertThat(kept.actions()).containsExactly(coalitions);
    }

    @Test
    void countsOnlyForLinesWithAMatchingTarget() {
        wants(workshops, "PUBLICATION");
        wants(coalitions, "MEETING");
        String[] typed = {"title", TITLE, "action", id(workshops), "action", id(coalitions), "settled", "true"};
        assertThat(propose(typed).select("#counts").text()).doesNotContain("1.2", "3.3");
        String[] meeting = Arrays.copyOf(typed, typed.length + 2);
        meeting[typed.length] = "kind";
        meeting[typed.length + 1] = "MEETING";
        assertThat(propose(meeting).select("#counts").text()).contains("3.3").doesNotContain("1.2");
        MvcTestResult sent = send(
                "title",
                TITLE,
                "when",
                "today",
                "kind",
                "MEETING",
                "action",
                id(coalitions),
                "settled",
                "true",
                "quantity",
                "3");
        assertThat(fact(sent).amounts().quantity()).isEqualTo(3);
        Document line = open("/plan/actionplan/action/" + id(coalitions));
        assertThat(line.text()).contains("3 sur 12 rencontres", "Modifier la cible");
        String edit = line.select("a[href$=#target]").attr("href");
        Document form = open(edit.substring(0, edit.indexOf('#')));
        assertThat(form.select("#target input[name=kinds][checked]").eachAttr("value"))
                .containsExactly("MEETING");
    }

    private void wants(ActionId line, String kind) {
        db.sql("UPDATE plan.actionplan_action SET target = CAST(? AS jsonb) WHERE id = ?")
                .params("{\"measure\": \"REALISATIONS\", \"number\": 12, \"kinds\": [\"" + kind + "\"]}", line.value())
                .update();
    }

    @Test
    void recordsOnceUnderTheSameKey() {
        String key = open("/plan/realisation/new").select("input[name=key]").val();
        String first = Pages.location(send("title", TITLE, "when", "today", "count", "24", "key", key));
        String second = Pages.location(send("title", TITLE, "when", "today", "count", "24", "key", key));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aDifferentFormUnderTheSameKeyIsNotLost() {
        String key = open("/plan/realisation/new").select("input[name=key]").val();
        send("title", TITLE, "when", "today", "key", key);
        MvcTestResult other = send("title", "Autre chose", "when", "today", "key", key);
        assertThat(other).hasStatus(422).bodyText().contains("Autre chose");
        String fresh = page(other).select("input[name=key]").val();
        assertThat(fresh).isNotEqualTo(key);
        assertThat(send("title", "Autre chose", "when", "today", "key", fresh)).hasStatus(303);
    }

    @Test
    void restoresTheTypedFormAfterTheSessionEnded() throws Exception {
        String organisation = CurrentActor.callAs(
                        RealisationFixture.COORDINATOR, () -> ground.organisations("Comité jeunes"))
                .iterator()
                .next()
                .value()
                .toString();
        MvcTestResult refused = mvc.post()
                .uri("/plan/realisation")
                .with(csrf())
                .param("_for", visitors.actor(Role.COORDINATOR).id().toString())
                .param("_page", "/plan/realisation/new")
                .param("title", TITLE)
                .param("when", "other")
                .param("date", "2026-05-14")
                .param("where", "country")
                .param("country", "CO")
                .param("action", id(coalitions))
                .param("organisations", organisation)
                .exchange();
        assertThat(refused).hasStatus(303).hasHeader("Location", "/sign-in");
        Document page = page(mvc.get()
                .uri("/plan/realisation/new")
                .with(visitors.as(Role.COORDINATOR))
                .cookie(Objects.requireNonNull(refused.getResponse().getCookie("kept")))
                .exchange());
        assertThat(page.select("input[name=title]").val()).isEqualTo(TITLE);
        assertThat(page.select("input[name=date]").val()).isEqualTo("2026-05-14");
        assertThat(page.select("select[name=country] option[selected]").val()).isEqualTo("CO");
        assertThat(page.select("input[name=action][checked]").eachAttr("value")).contains(id(coalitions));
        assertThat(page.select("input[name=organisations][checked]").val()).isEqualTo(organisation);
    }

    @Test
    void errorsAreShownBesideTheirFieldWithTypedValues() {
        MvcTestResult answer = send(
                "title",
                "",
                "when",
                "other",
                "date",
                "2026-13-45",
                "where",
                "country",
                "country",
                "ZZ",
                "count",
                "5",
                "women",
                "9",
                "hours",
                "longtemps",
                "organisations-typed",
                "Organisation que personne ne connaît",
                "links",
                "javascript:alert(1)",
                "narrative",
                "<script>alert(1)</script>");
        assertThat(answer).hasStatus(422);
        Document page = page(answer);
        assertThat(page.select(".error")).hasSizeGreaterThanOrEqualTo(7);
        assertThat(page.select("input[name=date]").val()).isEqualTo("2026-13-45");
        assertThat(page.select("input[name=hours]").val()).isEqualTo("longtemps");
        assertThat(page.select("textarea[name=narrative]").val()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.select("input[name=where][checked]").val()).isEqualTo("country");
        assertThat(page.select("main script")).isEmpty();
    }

    @Test
    void showsTheNarrativeAsWritten() {
        String url = Pages.location(send("title", "Rencontre", "when", "today", "narrative", "Une salle **pleine**."));
        Document page = open(url);
        assertThat(page.select(".prose strong").text()).isEqualTo("pleine");
        assertThat(page.select(".prose").text()).isEqualTo("Une salle pleine.");
    }

    @Test
    void aFutureRealisationIsPlannedThenConfirmed() {
        String url = Pages.location(send(
                "title", "Rencontre", "when", "other", "date", today.plusDays(3).toString()));
        assertThat(fact(url).state()).isEqualTo(RealisationState.PLANNED);
        Document done = open(url + "/done");
        assertThat(done.select("input[name=when][checked]").val()).isEqualTo("today");
        MvcTestResult answer = post(
                url + "/edit", "version", "1", "title", "Rencontre", "when", "today", "count", "7", "happened", "true");
        assertThat(answer).hasStatus(303);
        assertThat(fact(url).state()).isEqualTo(RealisationState.DONE);
        assertThat(Objects.requireNonNull(fact(url).happening().participations())
                        .notStated())
                .isEqualTo(7);
    }
}
