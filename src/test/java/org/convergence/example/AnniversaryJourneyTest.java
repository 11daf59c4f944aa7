package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fiftieth: the page of its committee, a stop of the exhibition from interest to head count, and a sponsor. */
@JourneyTest
@Tag(TestTags.SLOW)
class AnniversaryJourneyTest {

    private static final int OPENS_IN = 150;
    private static final int AFTER_THE_STOP = 175;

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private BrowserUser browser;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void preparesTheFiftieth(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "anniversary");
        readsThePageOfTheCommittee(page, pictures);
        takesAStopToItsContract(page, pictures);
        String stop = page.url().replaceFirst("\\?.*", "");
        servesASponsor(page, pictures);
        clock.advance(Duration.ofDays(AFTER_THE_STOP));
        visitor.signIn(page, look, ExampleUser.MARYSE);
        followsTheStopToItsCount(page, pictures, stop);
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
        hand.type("[name=opensOn]", settings.today().plusDays(OPENS_IN).toString());
        hand.type("[name=closesOn]", settings.today().plusDays(OPENS_IN + 15).toString());
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
        hand.press("main form[action$='/transport'] button");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("09-signed");
        hand.writeResult("stop of an exhibition");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(19);
    }

    /** A condition report before packing with a photograph, one after unpacking with new damage, and the head count. */
    private void followsTheStopToItsCount(Page page, JourneyScreenshots pictures, String stop) {
        page.navigate(stop);
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/departure']");
        hand.type(
                "[name=on]",
                settings.today().minusDays(AFTER_THE_STOP - OPENS_IN + 4).toString());
        hand.type("[name=madeBy]", "Maryse Bolduc");
        hand.type("[name=damage]", "3 : éraflure connue");
        hand.choose("[type=file]", new FilePayload("panneau.png", "image/png", SampleFiles.png(64, 48)));
        pictures.checkAndSave("14-before-packing");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        hand.press("main a.button.main[href$='/return']");
        hand.type("[name=madeBy]", "Maryse Bolduc");
        hand.type("[name=damage]", "2 : cadre fendu");
        pictures.checkAndSave("15-after-unpacking");
        hand.press("main form.form button.main");
        hand.await("main .notice.bad");
        assertThat(page.locator("main ul.pictures img").count()).isOne();
        pictures.checkAndSave("16-damaged");
        hand.press("main a.button[href$='/settle']");
        hand.type("[name=settlement]", "Cadre refait, payé par l’assurance");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        hand.press("main a.button[href$='/count']");
        hand.type("[name=people]", "230");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("17-counted");
        assertThat(page.locator("main .head .button.main").count())
                .as("nothing is left to do")
                .isZero();
        hand.press(".trail a >> nth=1");
        page.locator("main svg").first().waitFor();
        assertThat(page.locator("main").textContent()).contains("230");
        hand.writeResult("stop reported and counted");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(19);
    }

    /** A sponsor is proposed, and the executive committee accepts; the counterpart is a task, done with a proof. */
    private void servesASponsor(Page page, JourneyScreenshots pictures) {
        page.navigate(browser.urlOf("/outreach/event/"
                + id("SELECT event FROM outreach.event_sponsorship WHERE state = 'PROPOSED' LIMIT 1")));
        var hand = new UserEffortMeter(page);
        hand.press("main a[href$='/sponsorships/new']");
        hand.type("[name=organisation-typed]", "Caisse fictive des Falaises");
        hand.key("Enter");
        hand.await("[data-chooser=organisation] .chips input:checked");
        hand.type("[name=amount]", "1500");
        hand.type("[name=counterparts]", "La banderole à l’entrée");
        pictures.checkAndSave("09-proposal");
        hand.press("main form.form button.main");
        hand.await("main a.button.main[href$='/accept']");
        pictures.checkAndSave("10-sponsor");
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
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(14);
    }

    private String id(String sql) {
        return db.sql(sql).query(String.class).single();
    }
}
