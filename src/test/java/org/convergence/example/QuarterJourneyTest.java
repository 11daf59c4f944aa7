package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.MovingClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A quarter of the example organisation for its coordinator, on a clock that advances: calendar, hours, capacity, a
 * meeting from its notice to its minutes, a hand-over, and next year's plan.
 */
@JourneyTest
class QuarterJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ExampleFixture example;

    @Autowired
    private SignInLinkService signIn;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MovingClock clock;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void runsThroughAQuarter(BrowserLook look) {
        Page page = traveller.arrive(look, example::restore);
        var pictures = new JourneyScreenshots(page, look, "quarter");
        LocalDateTime meets =
                db.sql("""
                        SELECT begins FROM outreach.assembly_meeting WHERE begins::date > ? ORDER BY begins LIMIT 1
                        """).param(settings.today()).query(LocalDateTime.class).single();

        comes(page, look, null);
        pictures.checkAndSave("01-today");
        saysWhatHappened(page);
        pictures.checkAndSave("02-said");
        handsHerWeekIn(page, pictures);
        looksAhead(page, pictures);
        String meeting = convenes(page, pictures);
        bringsTheNote(page, pictures, meeting);

        comes(page, look, meets.plusMinutes(5));
        String resolution = minutesAreTyped(page, pictures, meeting);
        assertThat(page.locator("main").textContent()).contains(resolution);

        comes(page, look, meets.plusDays(9));
        passesTheRelay(page, pictures);

        comes(page, look, meets.plusDays(70));
        pictures.checkAndSave("30-today-later");
        preparesNextYear(page, pictures);
        page.context().close();
    }

    /** Signs in at another time than before. */
    private void comes(Page page, BrowserLook look, @Nullable LocalDateTime when) {
        if (when != null) {
            clock.moveTo(when.atZone(settings.current().zone()).toInstant());
        }
        page.context().clearCookies();
        CurrentActor.runAs(
                Actor.system("sign-in-link"),
                () -> traveller.openSignInLink(
                        page, signIn.issueFor(card(ExampleUser.MARYSE).mail()).orElseThrow(), look));
    }

    private void saysWhatHappened(Page page) {
        int before = count("plan.realisation");
        page.locator("form[action^='/plan/calendar/'] button").first().click();
        saved(page);
        assertThat(count("plan.realisation")).isEqualTo(before + 1);
    }

    private void handsHerWeekIn(Page page, JourneyScreenshots pictures) {
        visit(page, "/plan/time/week");
        pictures.checkAndSave("03-week");
        page.locator("button[name=do][value=submit]").click();
        saved(page);
        visit(page, "/plan/time/sheets");
        pictures.checkAndSave("04-sheets");
    }

    private void looksAhead(Page page, JourneyScreenshots pictures) {
        visit(page, "/plan/time/capacity");
        pictures.checkAndSave("05-capacity");
        opens(page, traveller.urlOf("/plan/time/capacity/pdf"));
    }

    private String convenes(Page page, JourneyScreenshots pictures) {
        visit(page, "/?all=true");
        page.locator("main a[href^='/outreach/assembly/meetings/'][href$='/notice']")
                .first()
                .click();
        page.waitForURL("**/notice");
        String meeting = page.url().replace("/notice", "");
        pictures.checkAndSave("06-notice");
        page.locator("form[action$='/notice'] button").first().click();
        page.locator(".notice.warn").first().waitFor();
        page.navigate(meeting + "/notice");
        page.locator("form[action$='/link'] button").click();
        String link = page.locator(".notice.ok a").first().textContent();
        try (var guest = Chromium.open(pictures.look()).context()) {
            Page director = guest.newPage();
            director.navigate(traveller.urlOf(link.substring(link.indexOf("/outreach"))));
            new JourneyScreenshots(director, pictures.look(), "quarter").checkAndSave("07-guest");
            opens(director, director.url() + "/papers.pdf");
        }
        return meeting;
    }

    private void bringsTheNote(Page page, JourneyScreenshots pictures, String meeting) {
        visit(page, "/plan/report?audience=board");
        pictures.checkAndSave("08-notes");
        page.locator("main ul.rows a, main table a").first().click();
        page.locator("main a[href$='/write']").first().click();
        page.waitForURL("**/write");
        page.locator("textarea[name=text-decisions]").fill("Reporter le souper-bénéfice d’un an");
        pictures.checkAndSave("09-write");
        page.locator("main form.wide > .gestures button").click();
        saved(page);
        pictures.checkAndSave("10-note");
        page.locator("main a[href$=hand-in]").click();
        pictures.checkAndSave("12-hand-in");
        page.locator("main form.form .gestures button").click();
        saved(page);
        page.navigate(meeting);
        assertThat(page.locator("main").textContent()).contains("Reporter le souper-bénéfice d’un an");
        pictures.checkAndSave("12-meeting-with-papers");
    }

    /** @return the text of the resolution */
    private String minutesAreTyped(Page page, JourneyScreenshots pictures, String meeting) {
        page.navigate(meeting + "/minutes");
        pictures.checkAndSave("13-attendance");
        page.locator("#attendance form.form button.main").first().click();
        saved(page);
        page.locator(".minute").nth(1).locator("textarea").fill("La présidente ouvre la rencontre à l’heure.");
        page.locator(".minute").nth(1).locator("summary").press("Enter");
        page.locator(".minute").nth(1).locator("button[value=resolutions]").press("Enter");
        page.waitForURL("**/resolutions/new");
        String text = "de reporter d’un an le souper-bénéfice";
        page.locator("[name=proposer]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("[name=seconder]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
        page.locator("[name=text]").fill(text);
        page.locator("main form.form button.main").click();
        page.waitForURL("**/minutes*");
        pictures.checkAndSave("14-minutes");
        return text;
    }

    private void passesTheRelay(Page page, JourneyScreenshots pictures) {
        UUID leaves = db.sql("SELECT person_id FROM identity.account WHERE mail = ?")
                .param(card(ExampleUser.NADEGE).mail())
                .query(UUID.class)
                .single();
        visit(page, "/directory/handover/of/" + leaves);
        pictures.checkAndSave("20-handover");
        page.locator("fieldset[data-chooser=successor] input[data-typed]")
                .fill(card(ExampleUser.IDRISS).name());
        page.locator("textarea[name=note]").fill("Tout est dans le cartable bleu.");
        page.locator("main form.form button.main").click();
        page.locator("#preview").waitFor();
        page.locator("main form.form button.main").click();
        page.waitForURL("**/directory/handover/*-*");
        pictures.checkAndSave("21-handed-over");
        assertThat(page.url()).matches(".*/directory/handover/[0-9a-f-]{36}");
        opens(page, page.url() + "/file/pdf");
    }

    private void preparesNextYear(Page page, JourneyScreenshots pictures) {
        UUID plan = db.sql("""
                        SELECT id FROM plan.actionplan_plan WHERE kind = 'ANNUAL' AND status = 'ADOPTED'
                        ORDER BY period_from DESC LIMIT 1
                        """).query(UUID.class).single();
        visit(page, "/plan/preparation/" + plan);
        pictures.checkAndSave("31-preparation");
        page.locator(".head form[action$='/accept'] button").click();
        saved(page);
        page.locator(".head a.main").click();
        page.locator("main form.form button.main").click();
        page.waitForURL("**/grid");
        pictures.checkAndSave("32-grid");
        visit(page, "/plan/preparation/" + plan + "/comparison");
        pictures.checkAndSave("33-comparison");
        opens(page, page.url() + "/pdf");
        page.locator(".head a.main").click();
        page.locator("a.button.main[href$='/adopt']").click();
        LocalDate today = settings.today();
        page.locator("input[name=body]").fill("AGA");
        page.locator("input[name=date]").fill(today.toString());
        page.locator("main form.form button.main").click();
        saved(page);
        pictures.checkAndSave("34-adopted");
        assertThat(db.sql("SELECT status FROM plan.actionplan_plan WHERE continues = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo("ADOPTED");
    }

    private static ExampleAccounts.ExampleCard card(ExampleUser part) {
        return Objects.requireNonNull(ExampleAccounts.readCards().get(part));
    }

    private static void saved(Page page) {
        page.locator(".notice.ok").first().waitFor();
    }

    private void visit(Page page, String path) {
        page.navigate(traveller.urlOf(path));
    }

    private static void opens(Page page, String url) {
        var answer = page.context().request().get(url);
        assertThat(answer.status()).as(url).isEqualTo(200);
        assertThat(new String(answer.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    private int count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
