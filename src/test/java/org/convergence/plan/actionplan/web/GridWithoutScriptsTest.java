package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.actionplan.web.GridInBrowserTest.assertRefused;
import static org.convergence.plan.actionplan.web.GridInBrowserTest.cell;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The grid in a browser that runs no scripts. */
@JourneyTest
class GridWithoutScriptsTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ActionPlans plans;

    @Test
    void keepsARefusedCell() throws Exception {
        PlanId plan = CurrentActor.callAs(Actor.system("test"), () -> plans.draftFrom(Blueprints.aSmallPlan()));
        Page signedIn = traveller.signIn(GridInBrowserTest.WIDE, Role.COORDINATOR);
        signedIn.navigate(traveller.urlOf("/plan/actionplan/" + plan.value() + "/grid"));
        String address = signedIn.url();
        try (var context = signedIn.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setLocale("fr-CA")
                        .setStorageState(signedIn.context().storageState()))) {
            Page page = context.newPage();
            page.navigate(address);
            cell(page, 1, "responsible").fill("Comité");
            page.locator("#grid-paste summary").click();
            page.locator("#grid-paste textarea").fill("30 février\t15/12");
            page.locator("#grid-paste select[name=line]")
                    .selectOption(cell(page, 1, "from").getAttribute("name").substring("from.".length()));
            page.locator("#grid-paste select[name=column]").selectOption("FROM");
            page.locator("#grid-paste button").click();
            assertRefused(page);
            page.locator(".grid-bar button.main").click();
            assertRefused(page);
            assertThat(page.locator(".notice").textContent()).contains("«\u00a030 février\u00a0»");
            page.reload();
            assertRefused(page);
            page.navigate(address);
            assertThat(cell(page, 1, "responsible").inputValue()).isEqualTo("Comité");
            assertThat(cell(page, 1, "to").inputValue().replace('\u00a0', ' ')).isEqualTo("15 déc. 2024");
        }
    }
}
