package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.Realisations;
import org.convergence.plan.realisation.RecordRealisation;
import org.convergence.plan.realisation.Source;
import org.convergence.plan.realisation.Telling;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** « C'est fait », and putting it right, as pages. */
@ModuleTest
class RecordingPagesTest {

    private static final String TITLE = "Atelier sur l’industrie du textile";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ground ground;

    @Autowired
    private Realisations realisations;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate today = LocalDate.EPOCH;
    private ActionId workshops = new ActionId(new UUID(0, 0));
    private ActionId coalitions = workshops;

    @BeforeEach
    void aPlan() throws Exception {
        visitors.anOrganisation();
        today = settings.today();
        ground.clear();
        CurrentActor.callAs(Ground.COORDINATOR, () -> {
            PlanId plan = ground.plan("Plan d’action");
            workshops = ground.action(
                    plan, ground.means(plan, "1.2", "Ateliers"), "Offrir des ateliers sur l’industrie du textile");
            coalitions =
                    ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Siéger aux tables de concertation");
            return true;
        });
    }

    @Test
    void whatAndWhenAreEnough() {
        RealisationFact kept = fact(send("title", TITLE, "when", "yesterday"));
        assertThat(kept.happening().title()).isEqualTo(TITLE);
        assertThat(kept.happening().when().to()).isEqualTo(today.minusDays(1));
        assertThat(kept.state()).isEqualTo(RealisationState.DONE);
        assertThat(kept.happening().kind()).isEqualTo(RealisationKind.WORKSHOP);
        assertThat(kept.happening().place()).isNull();
        assertThat(kept.happening().participations()).isNull();
    }

    @Test
    void theFormBeginsTodayAtTheUsualPlace() {
        Document page = open("/plan/realisation/new");
        assertThat(page.select("input[name=when][checked]").val()).isEqualTo("today");
        assertThat(page.select("input[name=where][checked]").val()).isEqualTo("QC-06");
        assertThat(page.select("input[name=title]").hasAttr("autofocus")).isTrue();
    }

    @Test
    void whatTheTitleProposesIsServedWithoutAnotherGesture() {
        RealisationFact kept = fact(send("title", TITLE, "when", "today"));
        assertThat(kept.actions()).containsExactly(workshops);
    }

    @Test
    void aLineThatWasUntickedStaysSoWhateverIsWrittenNext() {
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
    void aLineThatWasChosenByHandStaysWhateverIsWrittenNext() {
        Document chosen = propose("title", TITLE, "line", id(coalitions));
        assertThat(chosen.select("input[name=action][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder(id(workshops), id(coalitions));
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
    void fromALineOfThePlanThatLineIsServedAndNoOtherIsAssumed() {
        Document page = open("/plan/realisation/new?action=" + id(coalitions));
        assertThat(page.select("input[name=action][checked]").eachAttr("value")).containsExactly(id(coalitions));
        RealisationFact kept = fact(send("title", TITLE, "when", "today", "action", id(coalitions), "settled", "true"));
        assertThat(kept.actions()).containsExactly(coalitions);
    }

    @Test
    void sentTwiceUnderOneKeyItIsRecordedOnce() {
        String key = open("/plan/realisation/new").select("input[name=key]").val();
        String first = location(send("title", TITLE, "when", "today", "count", "24", "key", key));
        String second = location(send("title", TITLE, "when", "today", "count", "24", "key", key));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void somethingElseUnderTheSameKeyIsNotLost() {
        String key = open("/plan/realisation/new").select("input[name=key]").val();
        send("title", TITLE, "when", "today", "key", key);
        MvcTestResult other = send("title", "Autre chose", "when", "today", "key", key);
        assertThat(other).hasStatus(422).bodyText().contains("Autre chose");
        String fresh = page(other).select("input[name=key]").val();
        assertThat(fresh).isNotEqualTo(key);
        assertThat(send("title", "Autre chose", "when", "today", "key", fresh)).hasStatus(303);
    }

    @Test
    void whatWasWrittenWhenTheSessionEndedIsShownAgainWithAllThatHangsOnIt() throws Exception {
        String organisation = CurrentActor.callAs(Ground.COORDINATOR, () -> ground.organisations("Comité jeunes"))
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
    void whatIsWrongComesBackBesideItsFieldWithAllThatWasTyped() {
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
    void whatLiesAheadIsNotedAsPlannedThenDone() {
        String url = location(send(
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

    @Test
    void theSenderMayTakeItBackAndFindsWhatSheHadWritten() {
        String url = location(send("title", TITLE, "when", "today", "count", "24", "women", "15"));
        MvcTestResult undone = post(url + "/undo");
        assertThat(undone).hasStatus(303);
        assertThat(fact(url).state()).isEqualTo(RealisationState.WITHDRAWN);
        Document page = open(location(undone));
        assertThat(page.select("input[name=title]").val()).isEqualTo(TITLE);
        assertThat(page.select("input[name=women]").val()).isEqualTo("15");
        assertThat(page.select("input[name=version]")).isEmpty();
    }

    @Test
    void anotherOneLikeItKeepsWhatComesBackAndNothingElse() {
        String url = location(send("title", TITLE, "when", "yesterday", "where", "CO", "count", "24", "hours", "3"));
        Document page = open("/plan/realisation/new?like=" + url.substring(url.lastIndexOf('/') + 1));
        assertThat(page.select("input[name=title]").val()).isEqualTo(TITLE);
        assertThat(page.select("select[name=country] option[selected]").val()).isEqualTo("CO");
        assertThat(page.select("input[name=hours]").val()).isEqualTo("3");
        assertThat(page.select("input[name=count]").val()).isEmpty();
        assertThat(page.select("input[name=when][checked]").val()).isEqualTo("today");
    }

    @Test
    void twoPeopleWhoCorrectOneRealisationSeeBothVersions() {
        String url = location(send("title", TITLE, "when", "today", "count", "24", "where", "QC-06"));
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
                "WORKSHOP");
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
    }

    @Test
    void whatComesFromElsewhereIsReadHereAndOnlyItsTellingIsWritten() throws Exception {
        RealisationId id = CurrentActor.callAs(
                Ground.COORDINATOR,
                () -> realisations.record(RecordRealisation.done(
                        new Source("education.workshop", "session", "7", "/plan"),
                        Ground.workshop("Séance du catalogue", today),
                        Amounts.UNKNOWN,
                        Telling.NOTHING)));
        String url = "/plan/realisation/" + id.value();
        Document page = open(url + "/edit");
        assertThat(page.select("input[name=title], input[name=count], input[name=when]"))
                .isEmpty();
        assertThat(page.select(".card a").attr("href")).isEqualTo("/plan");
        assertThat(post(url + "/edit", "version", "1", "action", id(coalitions), "narrative", "Bien.", "title", "Faux"))
                .hasStatus(303);
        assertThat(fact(url).happening().title()).isEqualTo("Séance du catalogue");
        assertThat(fact(url).telling()).isEqualTo(new Telling(Set.of(coalitions), "Bien.", List.of()));
        assertThat(open(url).select(".gestures a.grave")).isEmpty();
    }

    @Test
    void withdrawnItCountsNowhereUntilItIsBack() {
        String url = location(send("title", TITLE, "when", "today"));
        assertThat(post(url + "/withdraw", "reason", "")).hasStatus(422);
        assertThat(post(url + "/withdraw", "reason", "Saisie en double")).hasStatus(303);
        assertThat(open(url).select("main").text()).contains("Saisie en double", "Rétablir");
        assertThat(get(url + "/edit", Role.COORDINATOR)).hasStatus(422);
        assertThat(post(url + "/restore")).hasStatus(303);
        assertThat(fact(url).state()).isEqualTo(RealisationState.DONE);
    }

    @Test
    void whoMayNotCorrectIsOfferedNothingAndRefused() {
        String url = location(send("title", TITLE, "when", "today"));
        assertThat(page(get(url, Role.AUDITOR)).select("main .gestures a, main form"))
                .isEmpty();
        assertThat(get(url + "/edit", Role.VOLUNTEER)).hasStatus(403);
        assertThat(get(url + "/edit", Role.AUDITOR)).hasStatus(403);
    }

    private MvcTestResult send(String... fields) {
        return post("/plan/realisation", fields);
    }

    private Document propose(String... fields) {
        return page(post("/plan/realisation/serves", fields));
    }

    private Document open(String url) {
        MvcTestResult answer = get(url, Role.COORDINATOR);
        assertThat(answer).as(url).hasStatusOk();
        return page(answer);
    }

    private MvcTestResult get(String url, Role role) {
        return mvc.get().uri(url).with(visitors.as(role)).exchange();
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).with(visitors.as(Role.COORDINATOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String location(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private RealisationFact fact(MvcTestResult recorded) {
        return fact(location(recorded));
    }

    private RealisationFact fact(String url) {
        var id = new RealisationId(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)));
        var found = new ArrayList<RealisationFact>();
        CurrentActor.runAs(Ground.COORDINATOR, () -> found.addAll(facts.of(List.of(id))));
        return found.get(0);
    }

    private static String id(ActionId action) {
        return action.value().toString();
    }
}
