package org.convergence.plan.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.plan.time.TimeFixture;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The note to the board, from nothing to the papers of the meeting. */
@JourneyTest
class NoteJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ReportFixture season;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void addsANoteToTheMeetingInFiveSteps(BrowserLook look) {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        // The files of a note are rendered during the request, which is slow on a busy machine.
        page.setDefaultTimeout(60_000);
        TestPlanLines lines = anAutumn();
        JourneyScreenshots pictures = new JourneyScreenshots(page, look, "note");

        page.navigate(traveller.urlOf(
                "/plan/report?audience=board&plan=" + lines.plan().value()));
        pictures.checkAndSave("list");
        var hand = new UserEffortMeter(page);
        hand.press("main .head a.button.main");
        pictures.checkAndSave("begin");
        choosesAnotherPlan(page, lines);
        hand.press("main form button[type=submit] >> nth=-1");
        page.waitForURL("**/write");
        page.navigate(page.url().replace("/write", ""));
        pictures.checkAndSave("begun");
        hand.press("section[aria-labelledby=next] a");
        pictures.checkAndSave("write");
        hand.type("textarea[name=text-decisions]", "Reporter le colloque\nAutoriser la demande");
        savedByItself(page);
        hand.type(
                "textarea[name=text-means-" + lines.workshops().value() + "]",
                "Les cégeps reviennent. Il faudrait former deux personnes de plus.");
        hand.type("textarea[name=why-" + lines.create().value() + "]", "La salle a fermé en octobre.");
        hand.press("main form.wide > .gestures button");
        hand.await(".notice.ok");
        pictures.checkAndSave("note");
        hand.press("main a[href$=hand-in]");
        pictures.checkAndSave("hand-in");
        hand.press("main form.form .gestures button");
        hand.await(".notice.ok");
        hand.writeResult("board note");
        pictures.checkAndSave("handed-in");
        page.locator("main a[href*='/lines?state=LATE']").click();
        pictures.checkAndSave("late");
        page.goBack();
        page.locator("main p a[href*='/outreach/assembly/meetings/']").click();
        pictures.checkAndSave("meeting");
        assertThat(page.locator("main").textContent()).contains("Reporter le colloque");
        page.context().close();
    }

    /** A pause saves what is typed; the form goes on from there, and leaving the page loses nothing. */
    private void savedByItself(Page page) {
        page.waitForCondition(() -> page.locator("form [data-saved]").count() > 0);
        assertThat(db.sql("SELECT count(*) FROM plan.report_section WHERE text LIKE 'Reporter le colloque%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(page.locator("input[name=v-text-decisions]").inputValue()).isNotEqualTo("0");
    }

    /** Choosing another plan puts its period into the form. */
    private void choosesAnotherPlan(Page page, TestPlanLines lines) {
        TestPlanLines other = season.plan(lines.from().getYear() - 3);
        page.reload();
        String first = page.locator("input[name=from]").inputValue();
        page.locator("select[name=plan]").selectOption(other.plan().value().toString());
        page.waitForCondition(() -> page.locator("input[name=from]")
                .inputValue()
                .equals(other.from().toString()));
        page.locator("select[name=plan]").selectOption(lines.plan().value().toString());
        page.waitForCondition(
                () -> page.locator("input[name=from]").inputValue().equals(first));
    }

    private TestPlanLines anAutumn() {
        LocalDate today = settings.today();
        LocalDate begun = today.minusMonths(5);
        TestPlanLines lines = season.plan(begun.getYear());
        db.sql("""
                        UPDATE plan.actionplan_plan SET status = 'ADOPTED', decision_body = 'CA', decision_date = ?,
                               period_from = ?, period_to = ?
                        WHERE id = ?
                        """)
                .params(begun, begun, today.plusMonths(7), lines.plan().value())
                .update();
        follow(lines.create(), "FIRM", today.minusDays(12));
        follow(lines.offer(), "FIRM", today.plusMonths(4));
        follow(lines.comic(), "IF_CAPACITY_ALLOWS", today.plusMonths(5));
        for (int i = 0; i < 7; i++) {
            season.workshop(
                    "Atelier " + (i + 1) + " sur le travail de nuit",
                    today.minusDays(20L + i * 6L),
                    i == 4 ? null : new Participations(12 + i, 6, i % 2, 3, null),
                    Set.of(lines.offer()),
                    "Cégep du Vieux-Port");
        }
        Actor nadege = crew.hire(visitors, "Nadège", "Roy", Role.STAFF);
        crew.contract(ReportFixture.COORDINATOR, nadege, begun, ContractSource.WAGE_SUBSIDY);
        BodyId body = board.addBody(BodyKind.BOARD, Quorum.moreThanHalf());
        meetings.plan(body, today.plusDays(14).atTime(19, 0));
        return lines;
    }

    private void follow(ActionId action, String commitment, LocalDate until) {
        db.sql("UPDATE plan.actionplan_action SET commitment = ? WHERE id = ?")
                .params(commitment, action.value())
                .update();
        db.sql("INSERT INTO plan.actionplan_follow_up (action, window_to, effort) VALUES (?, ?, 'XL')")
                .params(action.value(), until)
                .update();
    }
}
