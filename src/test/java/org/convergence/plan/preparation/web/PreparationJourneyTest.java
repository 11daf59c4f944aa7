package org.convergence.plan.preparation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prepares next year: results of each line, decisions, and the next plan adopted; a direction served by the annual
 * plan.
 */
@JourneyTest
class PreparationJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private RealisationRecorder realisations;

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
    void thisYearBecomesTheNext(BrowserLook look) {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        var pictures = new JourneyScreenshots(page, look, "preparation");
        PlanId plan = ground.underWay("Plan d’action 2026-2027");
        MeansId means = ground.means(plan, "1.2", "Ateliers sur la solidarité");
        ActionId workshops = ground.action(plan, means, "Offrir des ateliers aux syndicats de toutes les régions.");
        ActionId comic = ground.action(plan, means, "Publier une bande dessinée sur la transition juste.");
        ActionId lunch = ground.action(plan, means, "Tenir un dîner-causerie, si la situation s’y prête.");
        shape(workshops, "FIRM", 1);
        shape(comic, "IF_FUNDED", 2);
        shape(lunch, "IF_SITUATION_CALLS", 3);
        db.sql("INSERT INTO plan.actionplan_follow_up (action, effort) VALUES (?, 'S')")
                .param(workshops.value())
                .update();
        record(workshops);
        ActionId direction = direction(workshops);

        page.navigate(traveller.urlOf("/plan/actionplan/" + plan.value()));
        page.locator(".tabs a[href^='/plan/preparation/']").click();
        pictures.checkAndSave("sheet");
        chip(page, lunch, "WITHDRAW");
        line(page, lunch).locator("[role=status]:not(:empty)").waitFor();
        chip(page, workshops, "REWORD");
        line(page, workshops).locator("textarea").fill("Offrir six ateliers aux syndicats de trois régions.");
        line(page, workshops).locator("textarea").blur();
        page.waitForCondition(() -> isReworded(workshops));
        page.reload();
        pictures.checkAndSave("decided");
        page.locator(".head form[action$='/accept'] button").click();
        page.locator(".notice.ok").waitFor();
        page.locator(".head a.main").click();
        pictures.checkAndSave("make");
        page.locator("main form.form button.main").click();
        page.waitForURL("**/grid");
        pictures.checkAndSave("grid");

        page.navigate(traveller.urlOf("/plan/preparation/" + plan.value() + "/comparison"));
        pictures.checkAndSave("comparison");
        for (String format : new String[] {"pdf", "docx"}) {
            Download file = page.waitForDownload(
                    () -> page.locator(".head a[href$='/" + format + "']").click());
            assertThat(file.suggestedFilename()).endsWith("." + format);
            file.saveAs(Path.of("target", "papers", "next-year." + format));
        }
        meetings.plan(
                board.addBody(BodyKind.GENERAL, Quorum.moreThanHalf()),
                settings.today().plusDays(30).atTime(18, 0));
        page.locator(".head a[href$='/hand-in']").click();
        pictures.checkAndSave("hand-in");
        page.locator("main form.form button.main").click();
        page.waitForURL("**/outreach/assembly/meetings/**");
        pictures.checkAndSave("meeting");
        page.navigate(traveller.urlOf("/plan/preparation/" + plan.value() + "/comparison"));
        page.locator(".head a.main").click();
        page.locator("a.button.main[href$='/adopt']").click();
        page.locator("input[name=body]").fill("AGA");
        page.locator("input[name=date]").fill("2026-10-30");
        page.locator("main form.form button.main").click();
        page.locator(".notice.ok").waitFor();
        assertThat(db.sql("SELECT status FROM plan.actionplan_plan WHERE continues = ?")
                        .param(plan.value())
                        .query(String.class)
                        .single())
                .isEqualTo("ADOPTED");
        page.navigate(traveller.urlOf("/plan/preparation/" + plan.value()));
        pictures.checkAndSave("made");

        page.navigate(traveller.urlOf("/plan/actionplan/action/" + direction.value()));
        pictures.checkAndSave("direction");
        page.locator("main a[href$='/links']").click();
        pictures.checkAndSave("links");
        page.locator("main input[name=linked]:not(:checked)").first().check();
        page.locator("main form button.main").click();
        page.locator(".notice.ok").waitFor();
        page.navigate(traveller.urlOf("/plan/actionplan/" + planOf(direction)));
        pictures.checkAndSave("directions");
        page.navigate(traveller.urlOf("/plan/actionplan/action/" + workshops.value()));
        pictures.checkAndSave("line");
        page.context().close();
    }

    private static Locator line(Page page, ActionId line) {
        return page.locator("#line-" + line.value());
    }

    private static void chip(Page page, ActionId line, String choice) {
        line(page, line).locator("label.chip:has([value=" + choice + "])").click();
    }

    private boolean isReworded(ActionId line) {
        return db.sql("SELECT count(*) FROM plan.preparation_choice WHERE action = ? AND text LIKE 'Offrir six%'")
                        .param(line.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    private void shape(ActionId line, String commitment, int position) {
        db.sql("UPDATE plan.actionplan_action SET commitment = ?, position = ? WHERE id = ?")
                .params(commitment, position, line.value())
                .update();
    }

    private void record(ActionId served) {
        CurrentActor.runAs(
                RealisationFixture.COORDINATOR,
                () -> realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop(
                                "Atelier au cégep", ground.begun().plusDays(41)),
                        new Amounts(new BigDecimal("42"), null, null),
                        PlanAttribution.serving(Set.of(served)),
                        ground.begun().plusDays(41).plusDays(1))));
    }

    private ActionId direction(ActionId contributor) {
        PlanId directions = ground.plan("Orientations 2026-2030");
        db.sql("UPDATE plan.actionplan_plan SET kind = 'DIRECTIONS' WHERE id = ?")
                .param(directions.value())
                .update();
        ActionId direction = ground.action(
                directions, ground.means(directions, "A", "Des liens qui durent"), "Rejoindre toutes les régions.");
        db.sql("INSERT INTO plan.actionplan_link (contributor, served) VALUES (?, ?)")
                .params(contributor.value(), direction.value())
                .update();
        return direction;
    }

    private UUID planOf(ActionId line) {
        return db.sql("SELECT plan FROM plan.actionplan_action WHERE id = ?")
                .param(line.value())
                .query(UUID.class)
                .single();
    }
}
