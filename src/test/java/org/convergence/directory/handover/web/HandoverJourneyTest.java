package org.convergence.directory.handover.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HoldingsFixture;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.howto.domain.HowToService;
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
import org.convergence.testing.TestUsers;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An internship ends: everything the intern held passes in five actions, and the successor sees where to begin. */
@JourneyTest
class HandoverJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private HoldingsFixture estate;

    @Autowired
    private HowToService howTos;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void handsOverInFourActions(BrowserLook look) {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        PersonId me = signedIn();
        LocalDate today = settings.today();
        String family = "Dubé" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[^a-z]", "x");
        PersonId leaves = estate.person("Wapikoni", family);
        estate.account(leaves, Role.VOLUNTEER, today.minusMonths(4));
        estate.contract(leaves, today.minusMonths(4));
        db.sql("UPDATE plan.time_contract SET ends_on = ? WHERE person = ?")
                .params(today.plusDays(9), leaves.value())
                .update();
        List<ActionId> actions = estate.actions(5);
        actions.subList(0, 3).forEach(each -> estate.answers(leaves, each, today.plusDays(20)));
        estate.helps(leaves, actions.get(3));
        estate.report(leaves, estate.planOf(actions.get(0)), today.minusMonths(6));
        var staff = visitors.actor(Role.STAFF);
        CurrentActor.runAs(
                staff,
                () -> howTos.create(
                        "Donner un atelier",
                        "1. Réserver la salle.\n2. Imprimer la feuille de présences.\n\n**Jamais un lundi.**",
                        actions.subList(0, 2)));
        CurrentActor.runAs(
                staff,
                () -> realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop("Atelier au cégep", today.minusDays(3)),
                        Amounts.UNKNOWN,
                        PlanAttribution.serving(Set.of(actions.get(0))),
                        today)));
        var pictures = new JourneyScreenshots(page, look, "handover");

        page.navigate(traveller.urlOf("/"));
        pictures.checkAndSave("1-today");
        var hand = new UserEffortMeter(page);
        hand.press("main a[href='/directory/handover/of/" + leaves.value() + "']");
        hand.await("input[name=lastDay]");
        pictures.checkAndSave("2-preview");
        hand.type("fieldset[data-chooser=successor] input[data-typed]", "Camille D’Amours");
        hand.type("textarea[name=note]", "Tout est dans le cartable bleu. **Josée** sait le reste.");
        hand.press("main form.form button.main");
        hand.await("#preview");
        pictures.checkAndSave("2b-who-receives-what");
        hand.press("main form.form button.main");
        page.waitForURL("**/directory/handover/*-*");
        hand.writeResult("hand-over");
        assertThat(hand.countActions()).isEqualTo(5);
        assertThat(hand.seconds()).isLessThan(300);
        pictures.checkAndSave("3-passed");
        assertThat(page.url()).matches(".*/directory/handover/[0-9a-f-]{36}");
        page.locator("main details:has(a[href$='/file/pdf']) > summary").click();
        for (String format : List.of("pdf", "docx")) {
            Download pack = page.waitForDownload(
                    () -> page.locator("main a[href$='/file/" + format + "']").click());
            pack.saveAs(Path.of("target", "papers", "pack." + format));
        }

        page.navigate(traveller.urlOf("/"));
        pictures.checkAndSave("4-successor-today");
        page.navigate(traveller.urlOf("/directory/handover/welcome"));
        pictures.checkAndSave("5-welcome");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        pictures.save("6-welcome-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
        for (var place :
                List.of("/plan/howto", "/plan/howto/new?of=" + actions.get(3).value(), "/directory/handover")) {
            page.navigate(traveller.urlOf(place));
            pictures.checkAndSave("7" + place.replaceAll("\\?.*", "").replace('/', '-'));
        }
        page.navigate(
                traveller.urlOf("/plan/actionplan/action/" + actions.get(0).value()));
        pictures.checkAndSave("8-action");
        page.locator("a[href^='/plan/howto/']").first().click();
        page.locator("h1").waitFor();
        pictures.checkAndSave("9-how-to");
        assertThat(db.sql("SELECT count(*) FROM plan.actionplan_follow_up WHERE responsible = ?")
                        .param(me.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        page.context().close();
    }

    /** The latest person to sign in. */
    private PersonId signedIn() {
        db.sql("UPDATE directory.people_person SET given_name = 'Autre' WHERE family_name = 'D’Amours'")
                .update();
        PersonId person = estate.person("Camille", "D’Amours");
        UUID account = Objects.requireNonNull(db.sql("SELECT id FROM identity.account ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single());
        db.sql("UPDATE identity.account SET person_id = ? WHERE id = ?")
                .params(person.value(), account)
                .update();
        return person;
    }
}
