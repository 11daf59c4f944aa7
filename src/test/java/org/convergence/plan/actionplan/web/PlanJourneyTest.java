package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator turns a paper plan into a plan with follow-up. */
@JourneyTest
class PlanJourneyTest {

    private static final String WRITTEN = """
            Plan d’action 2030

            Objectif 1 : Apprendre ensemble
            1.1 Ateliers
            - Donner dix ateliers sur demande
            - Former une relève
            1.2 Outils
            - Écrire une trousse
            Objectif 2 : Épauler nos partenaires
            2.1 Projets
            - Coordonner le projet des coopératives
            """;

    @Autowired
    private BrowserUser traveller;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void readsCorrectsAdoptsAndFollowsAPlan(BrowserLook look) {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        traveller.openAndCheck(page, "/plan/reading");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("plan.txt", "text/plain", WRITTEN.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form.form button.main").click();
        page.locator("li.action").first().waitFor();
        Chromium.assertSound(page);

        page.locator("li.action a.button").nth(1).click();
        page.locator("textarea[name=text]").fill("Former une relève\n\nLa faire connaître");
        page.locator("button[value=split]").click();
        page.waitForFunction("document.querySelectorAll('li.action').length === 5");
        Chromium.assertSound(page);

        page.locator("#create input[name=title]").fill("Plan du voyage");
        page.locator("#create button.main").click();
        page.locator("a.button.main[href$='/adopt']").click();
        page.locator("input[name=body]").fill("AGA");
        page.locator("input[name=date]").fill("2024-09-30");
        page.locator("main form.form button.main").click();
        page.locator(".notice.ok").waitFor();
        Chromium.assertSound(page);

        page.locator(".tabs a[href$='/grid']").click();
        plan(page, look.width() < 600);
        Chromium.assertSound(page);
        page.locator(".tabs a[href$='/year']").click();
        assertThat(page.locator("figure svg").count()).isPositive();
        Chromium.assertSound(page);

        page.locator(".tabs a").first().click();
        page.locator(".rows .what a").first().click();
        Chromium.assertSound(page);
        page.locator(".rows .what a").nth(1).click();
        assertThat(page.locator(".facts").textContent()).contains("Comité éducation");
        Chromium.assertSound(page);
        traveller.openAndCheck(page, "/");
    }

    /** By keyboard on a wide screen; in an opened card on a narrow one. */
    private static void plan(Page page, boolean narrow) {
        var line = page.locator("tbody[id]").nth(1);
        if (narrow) {
            line.locator(".opener").click();
            line.locator("[name^=responsible]").fill("Comité éducation");
            line.locator("[name^='from.']").fill("2030-01-10");
            line.locator("[name^='to.']").fill("2030-02-10");
            line.locator("[name^=rhythm]").fill("12 fois par an");
            page.locator("tbody[id]").nth(2).locator(".opener input").focus();
        } else {
            line.locator("[name^=responsible]").focus();
            page.keyboard().type("Comité éducation");
            for (String cell : new String[] {"", "", "", "12 fois par an"}) {
                page.keyboard().press("ArrowRight");
                page.keyboard().type(cell);
            }
            page.keyboard().press("Enter");
        }
        page.locator("tbody[id][data-state=SAVED]").waitFor();
    }
}
