package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
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

/** The grid keeps, undoes, pastes and filters what is typed in it. */
@JourneyTest
class GridInBrowserTest {

    private static final Locator.WaitForOptions HIDDEN =
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    static final BrowserLook WIDE = new BrowserLook(1280, ColorScheme.LIGHT, "fr-CA");

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
        assertThat(text(page, 0, "from")).isEqualTo("15 août 2025");

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
        paste(page, "Comité\t\nCoordination\t");
        assertThat(page.locator("td[data-before]").count()).isEqualTo(2);
        assertRefused(page);
        page.locator(".grid-bar button.main").click();
        page.locator("tbody[id][data-state=PARTLY]").waitFor();
        assertRefused(page);
        assertThat(page.locator(".notice").textContent()).contains("2 lignes enregistrées", "«\u00a030 février\u00a0»");
        cell(page, 1, "from").fill("28 février");
        page.locator(".grid-bar button.main").click();
        page.locator(".notice.ok").waitFor();
        assertThat(text(page, 1, "from")).isEqualTo("28 févr. 2025");
        assertThat(cell(page, 3, "responsible").inputValue()).isEqualTo("Comité");
    }

    @Test
    void sendsWhatIsTypedWhileItsLineIsBeingSaved() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        page.navigate(traveller.urlOf(grid));
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
        assertThat(text(page, 0, "from")).isEqualTo("15 août 2025");
        assertThat(cell(page, 0, "rhythm").inputValue()).isEqualTo("chaque mois");
    }

    @Test
    void sendsALineThatIsLeftAgainBeforeItsAnswer() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        page.navigate(traveller.urlOf(grid));
        delayRequests(page);
        cell(page, 0, "from").fill("15 août");
        cell(page, 1, "from").focus();
        cell(page, 0, "rhythm").focus();
        page.keyboard().type("chaque mois");
        page.waitForResponse(
                answer -> String.valueOf(answer.request().postData()).contains("chaque"),
                () -> cell(page, 1, "from").focus());
        page.reload();
        assertThat(text(page, 0, "from")).isEqualTo("15 août 2025");
        assertThat(cell(page, 0, "rhythm").inputValue()).isEqualTo("chaque mois");
    }

    @Test
    void undoesAndRedoesBeforeAndAfterSaving() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        page.navigate(traveller.urlOf(grid));
        cell(page, 0, "responsible").focus();
        page.keyboard().type("Comité");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator(".grid-said").textContent()).isEqualTo("Cases choisies\u00a0: 3");
        page.keyboard().press("Control+d");
        assertThat(cell(page, 2, "responsible").inputValue()).isEqualTo("Comité");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 0, "responsible").inputValue()).isEqualTo("Comité");
        assertThat(cell(page, 2, "responsible").inputValue()).isEmpty();
        page.keyboard().press("Control+y");
        assertThat(cell(page, 2, "responsible").inputValue()).isEqualTo("Comité");
        assertThat(page.locator(".grid-open").textContent()).isEqualTo("Lignes à enregistrer\u00a0: 3");

        page.locator(".grid-bar button.main").click();
        page.locator(".notice.ok").waitFor();
        assertThat(cell(page, 2, "responsible").inputValue()).isEqualTo("Comité");
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> page.locator("[data-undo]").click());
        page.waitForLoadState();
        assertThat(cell(page, 0, "responsible").inputValue()).isEmpty();
        page.reload();
        assertThat(cell(page, 2, "responsible").inputValue()).isEmpty();
    }

    @Test
    void tellsUndoOfACellThatAnotherPersonChanged() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        page.navigate(traveller.urlOf(grid));
        cell(page, 0, "rhythm").fill("chaque mois");
        cell(page, 1, "rhythm").focus();
        page.locator("tbody[id][data-state=SAVED]").waitFor();
        Page other = page.context().newPage();
        other.navigate(page.url());
        cell(other, 0, "rhythm").fill("chaque semaine");
        cell(other, 1, "rhythm").focus();
        other.locator("tbody[id][data-state=SAVED]").waitFor();
        page.keyboard().press("Control+z");
        page.locator(".grid-more").waitFor();
        assertThat(page.locator(".grid-more").textContent()).contains("chaque semaine");
        other.reload();
        assertThat(cell(other, 0, "rhythm").inputValue()).isEqualTo("chaque semaine");
    }

    @Test
    void movesCopiesAndArrangesByKeyboard() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        page.navigate(traveller.urlOf(grid));
        assertThat((Boolean) page.evaluate("""
                () => { const area = document.querySelector('.scroll:has(.grid)');
                        return area.scrollWidth <= area.clientWidth
                            && document.documentElement.scrollHeight <= innerHeight; }""")).isTrue();
        cell(page, 0, "responsible").focus();
        paste(page, "Ana\tfin mars\nLuc\tT2");
        assertThat(cell(page, 0, "support").inputValue()).isEqualTo("fin mars");
        page.keyboard().press("Control+z");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        paste(page, "fin mars\nd’ici mars");
        page.locator(".grid-bar button.main").click();
        Locator reading = page.locator("[data-reading]").last();
        reading.waitFor();
        assertThat(text(page, 1, "from")).isEqualTo("d’ici mars");
        reading.click();
        page.locator("tbody[id]").nth(1).locator("[data-reading]").first().waitFor(HIDDEN);
        assertThat(text(page, 0, "from")).isEqualTo("31 mars 2025");
        assertThat(text(page, 1, "from")).isEqualTo("31 mars 2025");
        cell(page, 1, "from").focus();
        page.keyboard().press("Shift+ArrowUp");
        page.keyboard().press("Delete");
        assertThat(text(page, 0, "from")).isEmpty();
        page.keyboard().press("Control+z");
        page.locator("th.col-from button").click();
        assertThat(text(page, 0, "from")).isEqualTo("31 mars 2025");
        assertThat(page.locator("th.col-from").getAttribute("aria-sort")).isEqualTo("ascending");
        page.locator("[data-filter=objective]").selectOption(new SelectOption().setIndex(2));
        assertThat(page.locator("tbody[id]:not([hidden])").count())
                .isLessThan(page.locator("tbody[id]").count());
        page.locator(".columns-drop summary").click();
        page.waitForResponse(
                "**/columns", () -> page.locator("[data-column=support]").uncheck());
        page.reload();
        assertThat(page.locator("td.col-support").first().isHidden()).isTrue();
        assertThat(page.locator("tbody[id]:not([hidden]) td.col-to").first().isVisible())
                .isTrue();
    }

    @Test
    void showsWhatAPasteChangesAndKeepsTheFirstColumnInSight() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        page.navigate(traveller.urlOf(grid));
        cell(page, 0, "responsible").focus();
        paste(page, "Ana\nLuc");
        assertThat(page.locator("td.pasted[data-before]").count()).isEqualTo(2);
        assertThat(page.locator(".grid-open").textContent()).isEqualTo("Lignes à enregistrer\u00a0: 2");
        page.keyboard().press("Control+z");
        assertThat(page.locator("td.pasted").count()).isZero();

        page.setViewportSize(800, 800);
        assertThat((Boolean) page.evaluate("""
                () => { const area = document.querySelector('.scroll:has(.grid)');
                        area.scrollLeft = 150;
                        const first = area.querySelector('tbody[id] th').getBoundingClientRect();
                        return area.scrollLeft > 100
                            && Math.abs(first.left - area.getBoundingClientRect().left) < 2; }""")).isTrue();
    }

    @Test
    void showsTheLinesOfAPersonOrOfAState() {
        Page page = traveller.signIn(WIDE, Role.COORDINATOR);
        page.navigate(traveller.urlOf(grid));
        Locator shown = page.locator("tbody[id]:not([hidden])");
        int all = shown.count();
        page.locator("[data-filter=person]").selectOption("Coordination");
        assertThat(shown.count()).isEqualTo(1);
        assertThat(cell(shown.first(), "responsible").inputValue()).isEqualTo("Coordination");
        page.locator("[data-filter=person]").selectOption("");
        String state = String.valueOf(shown.last().getAttribute("data-filter-state"));
        int ofState = page.locator("tbody[data-filter-state=\"" + state + "\"]").count();
        page.locator("[data-filter=state]").selectOption(state);
        assertThat(shown.count()).isEqualTo(ofState).isLessThan(all);
    }

    private static void paste(Page page, String text) {
        page.evaluate("""
                text => {
                    const clipboardData = new DataTransfer();
                    clipboardData.setData('text/plain', text);
                    document.activeElement.dispatchEvent(
                        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }""", text);
    }

    /** The text of a cell, with plain spaces. */
    private static String text(Page page, int line, String field) {
        return cell(page, line, field).inputValue().replace('\u00a0', ' ');
    }

    private static void delayRequests(Page page) {
        page.evaluate("""
                () => {
                    const send = XMLHttpRequest.prototype.send;
                    XMLHttpRequest.prototype.send = function (body) { setTimeout(() => send.call(this, body), 600); };
                }""");
    }

    static void assertRefused(Page page) {
        Locator cell = cell(page, 1, "from");
        assertThat(cell.inputValue()).isEqualTo("30 février");
        assertThat(cell.getAttribute("aria-invalid")).isEqualTo("true");
    }

    static Locator cell(Page page, int line, String field) {
        return cell(page.locator("tbody[id]").nth(line), field);
    }

    private static Locator cell(Locator row, String field) {
        return row.locator("[name^='" + field + ".']");
    }
}
