package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fiftieth: the page of its committee, a stop of the exhibition up to its contract, a sponsor, and the portrait. */
@JourneyTest
@Tag(TestTags.SLOW)
class AnniversaryJourneyTest {

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private BrowserUser browser;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void preparesTheFiftieth(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "anniversary");
        readsThePageOfTheCommittee(page, pictures);
        takesAStopToItsContract(page, pictures);
        acceptsASponsor(page, pictures);
        page.navigate(browser.urlOf("/plan/portrait"));
        pictures.checkAndSave("20-portrait");
        page.navigate(browser.urlOf("/plan/portrait/sum"));
        pictures.checkAndSave("21-portraits");
        page.context().close();
    }

    private static void readsThePageOfTheCommittee(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/outreach/anniversary']");
        hand.await("main a.button.main[href$='/anniversary/new']");
        pictures.checkAndSave("01-list");
        hand.press("main ul.rows a");
        hand.await("#days");
        pictures.checkAndSave("02-committee");
        assertThat(page.locator("#risk").textContent()).contains("Inviter les anciennes présidentes");
        assertThat(page.locator("#money").textContent())
                .contains("La soirée des solidarités", "Fonds du cinquantenaire");
        hand.press("#parts details.more summary");
        hand.type("[name=title]", "Les archives déposées");
        hand.press("#parts form.form button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("03-added");
        hand.writeResult("part of an anniversary");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(6);
        page.locator("main a.button[href$='/edit']").click();
        page.locator("[name=post]").waitFor();
        pictures.checkAndSave("04-form");
    }

    /** From the interest of a host to the contract, on the map once it went. */
    private void takesAStopToItsContract(Page page, JourneyScreenshots pictures) {
        page.navigate(browser.urlOf("/outreach/exhibition/" + id("SELECT id FROM outreach.exhibition")));
        pictures.checkAndSave("05-circuit");
        assertThat(page.locator("main svg").count())
                .as("the map of where it went")
                .isPositive();
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/bookings/new']");
        hand.type("[name=host-typed]", "Bibliothèque des Falaises");
        hand.key("Enter");
        hand.await("[data-chooser=host] .chips input:checked");
        hand.type("[name=city]", "Les Falaises");
        hand.select("[name=region]", "QC-11");
        hand.type("[name=opensOn]", settings.today().plusDays(150).toString());
        hand.type("[name=closesOn]", settings.today().plusDays(165).toString());
        pictures.checkAndSave("06-booking");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        hand.press("main a.button.main[href$='/check']");
        hand.type("[name=spaceNote]", "45 m de cimaises");
        hand.type("[name=securityNote]", "Fermée à clé, surveillée le jour");
        pictures.checkAndSave("07-check");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        hand.press("main form[action$='/reserve'] button.main");
        hand.await("#notices .notice.ok");
        hand.press("main a.button.main[href$='/contract']");
        hand.press("label:has([name=nailToNail])");
        hand.press("label:has([name=liability])");
        pictures.checkAndSave("08-contract");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("09-signed");
        hand.writeResult("stop of an exhibition");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(18);
    }

    /** The executive committee accepts; the counterpart is a task, done with a proof. */
    private void acceptsASponsor(Page page, JourneyScreenshots pictures) {
        page.navigate(browser.urlOf("/outreach/event/sponsorships/"
                + id("SELECT id FROM outreach.event_sponsorship WHERE state = 'PROPOSED' LIMIT 1")));
        pictures.checkAndSave("10-sponsor");
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/accept']");
        hand.type("[name=body]", "Comité exécutif");
        hand.type("[name=checked]", "Une caisse coopérative, sans conflit de travail.");
        pictures.checkAndSave("11-decision");
        hand.press("main form.form button.main");
        hand.await("#checklist");
        pictures.checkAndSave("12-promised");
        hand.press("#checklist ul.rows a");
        hand.type("[name=proof]", "Banderole posée, photographie au dossier");
        pictures.checkAndSave("13-proof");
        hand.press("main form.form button.main >> nth=0");
        hand.await("#notices .notice");
        assertThat(page.locator("#checklist").textContent()).contains("Banderole posée");
        hand.writeResult("sponsor accepted and served");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(9);
    }

    private String id(String sql) {
        return db.sql(sql).query(String.class).single();
    }
}
