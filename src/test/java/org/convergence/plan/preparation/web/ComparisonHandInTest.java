package org.convergence.plan.preparation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The comparison of the next plan with this one, in the papers of the meeting that adopts it. */
@ModuleTest
class ComparisonHandInTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private PlanId plan = new PlanId(new java.util.UUID(0, 0));

    @BeforeEach
    void aPlanAndTheNext() {
        visitors.ensureOrganisation();
        plan = ground.plan("Plan d’action 2026-2027");
        ground.action(plan, ground.means(plan, "1.2", "Ateliers"), "Donner des ateliers");
        assertThat(post(
                        Role.COORDINATOR,
                        "/plan/preparation/" + plan.value() + "/make",
                        "title",
                        "L’an prochain",
                        "from",
                        "2027-04-01",
                        "to",
                        "2028-03-31"))
                .hasStatus(303);
    }

    private String url(String below) {
        return "/plan/preparation/" + plan.value() + "/comparison" + below;
    }

    private MeetingId aMeeting() {
        var body = board.addBody(BodyKind.GENERAL, Quorum.moreThanHalf());
        return meetings.plan(body, settings.today().plusDays(40).atTime(18, 0));
    }

    @Test
    void addsComparisonAndItsDecisionToAgendaOnce() {
        MeetingId meeting = aMeeting();
        assertThat(page(url("")).select("a[href$=hand-in]")).hasSize(1);
        Document form = page(url("/hand-in"));
        String id = meeting.value().toString();
        assertThat(form.select("[name=meeting] option[value=" + id + "]")).hasSize(1);
        assertThat(form.select("[name=adoption][checked]")).hasSize(1);
        for (int time = 0; time < 2; time++) {
            MvcTestResult put = post(Role.COORDINATOR, url("/hand-in"), "meeting", id, "adoption", "true");
            assertThat(put).hasStatus(303);
            assertThat(put.getResponse().getRedirectedUrl()).isEqualTo("/outreach/assembly/meetings/" + id);
        }
        assertThat(meetings.agenda(meeting).points()).anySatisfy(point -> {
            assertThat(point.title()).isEqualTo("Ce qui change\u00a0: L’an prochain");
            assertThat(point.papers())
                    .singleElement()
                    .satisfies(paper -> assertThat(paper.name()).isEqualTo("Ce qui change L’an prochain.pdf"));
        });
        assertThat(meetings.agenda(meeting).points().stream()
                        .filter(point -> point.title().contains("L’an prochain")))
                .hasSize(2)
                .anySatisfy(point -> assertThat(point.title()).startsWith("Adopter"));
    }

    @Test
    void addsPaperAloneWithoutDecision() {
        MeetingId meeting = aMeeting();
        post(Role.COORDINATOR, url("/hand-in"), "meeting", meeting.value().toString());
        assertThat(meetings.agenda(meeting).points().stream()
                        .filter(point -> point.title().contains("L’an prochain")))
                .hasSize(1);
    }

    @Test
    void statesThatThereIsNoMeeting() {
        db.sql("UPDATE outreach.assembly_meeting SET state = 'HELD' WHERE state = 'PLANNED'")
                .update();
        assertThat(page(url("/hand-in")).text()).contains("Aucune rencontre à venir");
    }

    @Test
    void offersNothingWithoutPermissionOrAfterAdoption() {
        assertThat(get(Role.BOARD_MEMBER, url("/hand-in"))).hasStatus(403);
        assertThat(Jsoup.parse(Pages.text(get(Role.BOARD_MEMBER, url("")))).select("a[href$=hand-in]"))
                .isEmpty();
        db.sql("""
                        UPDATE plan.actionplan_plan SET status = 'ADOPTED', decision_body = 'AGA', decision_date = ?
                        WHERE continues = ?
                        """).params(settings.today(), plan.value()).update();
        assertThat(page(url("")).select("a[href$=hand-in]")).isEmpty();
    }

    private Document page(String url) {
        MvcTestResult answer = get(Role.COORDINATOR, url);
        assertThat(answer).as(url).hasStatusOk();
        return Jsoup.parse(Pages.text(answer));
    }

    private MvcTestResult get(Role role, String url) {
        return browser.get().uri(url).with(visitors.as(role)).exchange();
    }

    private MvcTestResult post(Role role, String url, String... fields) {
        var request = browser.post().uri(url).with(visitors.as(role)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
