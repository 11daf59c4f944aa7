package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An unreadable cell of the grid stays as typed, with and without scripts. */
@JourneyTest
class GridInBrowserTest {

    private static final BrowserLook WIDE = new BrowserLook(1280, ColorScheme.LIGHT, "fr-CA");

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ActionPlans plans;

    private String grid = "";

    @BeforeEach
    void draftAPlan() throws Exception {
        PlanId plan = CurrentActor.callAs(Actor.system("test"), () -> plans.draftFrom(Blueprints.aSmallPlan()));
        grid = "/plan/actionplan/" + plan.value() + "/grid";
    }

    @Test
    void keepsARefusedCellThroughPasteAndReload() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        page.onDialog(Dialog::accept);
        traveller.openAndCheck(page, grid);
        Locator good = cell(page, 0, "from");
        good.fill("15 août");
        cell(page, 1, "from").focus();
        page.locator("tbody[id][data-state=SAVED]").waitFor();
        assertThat(cell(page, 0, "from").inputValue()).isEqualTo("2025-08-15");

        cell(page, 1, "from").fill("30 février");
        cell(page, 1, "rhythm").fill("chaque mois");
        cell(page, 2, "from").focus();
        page.locator("tbody[id][data-state=PARTLY]").waitFor();
        assertRefused(page);

        page.reload();
        page.locator("tbody[id][data-state=PARTLY]").waitFor();
        assertRefused(page);
        assertThat(cell(page, 1, "rhythm").inputValue()).isEqualTo("chaque mois");

        cell(page, 3, "responsible").focus();
        page.evaluate("""
                () => {
                    const clipboardData = new DataTransfer();
                    clipboardData.setData('text/plain', 'Comité\\t\\nCoordination\\t');
                    document.activeElement.dispatchEvent(
                        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }""");
        page.waitForURL("**/paste");
        assertRefused(page);
        page.locator(".grid-foot button.main").click();
        page.locator("tbody[id][data-state=PARTLY]").waitFor();
        assertRefused(page);
        assertThat(page.locator(".notice").textContent()).contains("2 lignes enregistrées", "«\u00a030 février\u00a0»");
        cell(page, 1, "from").fill("28 février");
        page.locator(".grid-foot button.main").click();
        page.locator(".notice.ok").waitFor();
        assertThat(cell(page, 1, "from").inputValue()).isEqualTo("2025-02-28");
        assertThat(cell(page, 3, "responsible").inputValue()).isEqualTo("Comité");
    }

    @Test
    void sendsWhatIsTypedWhileItsLineIsBeingSaved() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        traveller.openAndCheck(page, grid);
        delayRequests(page);
        cell(page, 0, "from").fill("15 août");
        cell(page, 1, "from").focus();
        cell(page, 0, "rhythm").focus();
        page.keyboard().type("chaque mois");
        page.locator("tbody[id][data-state=SAVED]").waitFor();
        assertThat(cell(page, 0, "rhythm").inputValue()).isEqualTo("chaque mois");
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> cell(page, 1, "from").focus());
        page.reload();
        assertThat(cell(page, 0, "from").inputValue()).isEqualTo("2025-08-15");
        assertThat(cell(page, 0, "rhythm").inputValue()).isEqualTo("chaque mois");
    }

    @Test
    void sendsALineThatIsLeftAgainBeforeItsAnswer() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        traveller.openAndCheck(page, grid);
        delayRequests(page);
        cell(page, 0, "from").fill("15 août");
        cell(page, 1, "from").focus();
        cell(page, 0, "rhythm").focus();
        page.keyboard().type("chaque mois");
        page.waitForResponse(
                answer -> String.valueOf(answer.request().postData()).contains("chaque"),
                () -> cell(page, 1, "from").focus());
        page.reload();
        assertThat(cell(page, 0, "from").inputValue()).isEqualTo("2025-08-15");
        assertThat(cell(page, 0, "rhythm").inputValue()).isEqualTo("chaque mois");
    }

    private static void delayRequests(Page page) {
        page.evaluate("""
                () => {
                    const send = XMLHttpRequest.prototype.send;
                    XMLHttpRequest.prototype.send = function (body) { setTimeout(() => send.call(this, body), 600); };
                }""");
    }

    @Test
    void keepsARefusedCellWithoutScripts() {
        Page signedIn = traveller.signIn(WIDE, Role.COORDINATOR);
        traveller.openAndCheck(signedIn, grid);
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
            page.locator(".grid-foot button.main").click();
            assertRefused(page);
            assertThat(page.locator(".notice").textContent()).contains("«\u00a030 février\u00a0»");
            page.reload();
            assertRefused(page);
            page.navigate(address);
            assertThat(cell(page, 1, "responsible").inputValue()).isEqualTo("Comité");
            assertThat(cell(page, 1, "to").inputValue()).isEqualTo("2024-12-15");
        }
    }

    private static void assertRefused(Page page) {
        Locator cell = cell(page, 1, "from");
        assertThat(cell.inputValue()).isEqualTo("30 février");
        assertThat(cell.getAttribute("aria-invalid")).isEqualTo("true");
    }

    private static Locator cell(Page page, int line, String field) {
        return page.locator("tbody[id]").nth(line).locator("[name^='" + field + ".']");
    }
}
