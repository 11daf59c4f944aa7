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
import org.convergence.directory.handover.Estate;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.howto.domain.HowToKeeping;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.Realisations;
import org.convergence.plan.realisation.RecordRealisation;
import org.convergence.plan.realisation.Telling;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.Chromium.Look;
import org.convergence.testing.Hand;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pictures;
import org.convergence.testing.Traveller;
import org.convergence.testing.Visitors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An internship ends: all that she held passes in five gestures, and whoever takes over knows where to begin. */
@JourneyTest
class HandoverJourneyTest {

    @Autowired
    private Traveller traveller;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Estate estate;

    @Autowired
    private HowToKeeping howTos;

    @Autowired
    private Realisations realisations;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void theRelayIsPassedInFourGestures(Look look) {
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
                () -> howTos.begin(
                        "Donner un atelier",
                        "1. Réserver la salle.\n2. Imprimer la feuille de présences.\n\n**Jamais un lundi.**",
                        actions.subList(0, 2)));
        CurrentActor.runAs(
                staff,
                () -> realisations.record(RecordRealisation.byHand(
                        Ground.workshop("Atelier au cégep", today.minusDays(3)),
                        Amounts.UNKNOWN,
                        Telling.serving(Set.of(actions.get(0))),
                        today)));
        var pictures = new Pictures(page, look, "handover");

        page.navigate(traveller.address("/"));
        pictures.take("1-today");
        var hand = new Hand(page);
        hand.press("main a[href='/directory/handover/of/" + leaves.value() + "']");
        hand.await("input[name=lastDay]");
        pictures.take("2-preview");
        hand.type("fieldset[data-chooser=successor] input[data-typed]", "Camille D’Amours");
        hand.type("textarea[name=note]", "Tout est dans le cartable bleu. **Josée** sait le reste.");
        hand.press("main form.form button.main");
        hand.await("#preview");
        pictures.take("2b-who-receives-what");
        hand.press("main form.form button.main");
        page.waitForURL("**/directory/handover/*-*");
        hand.note("hand-over");
        assertThat(hand.gestures()).isEqualTo(5);
        assertThat(hand.seconds()).isLessThan(300);
        pictures.take("3-passed");
        assertThat(page.url()).matches(".*/directory/handover/[0-9a-f-]{36}");
        page.locator("main details:has(a[href$='/file/pdf']) > summary").click();
        for (String format : List.of("pdf", "docx")) {
            Download pack = page.waitForDownload(
                    () -> page.locator("main a[href$='/file/" + format + "']").click());
            pack.saveAs(Path.of("target", "papers", "pack." + format));
        }

        page.navigate(traveller.address("/"));
        pictures.take("4-successor-today");
        page.navigate(traveller.address("/directory/handover/welcome"));
        pictures.take("5-welcome");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        pictures.draw("6-welcome-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
        for (var place :
                List.of("/plan/howto", "/plan/howto/new?of=" + actions.get(3).value(), "/directory/handover")) {
            page.navigate(traveller.address(place));
            pictures.take("7" + place.replaceAll("\\?.*", "").replace('/', '-'));
        }
        page.navigate(
                traveller.address("/plan/actionplan/action/" + actions.get(0).value()));
        pictures.take("8-action");
        page.locator("a[href^='/plan/howto/']").first().click();
        page.locator("h1").waitFor();
        pictures.take("9-how-to");
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
