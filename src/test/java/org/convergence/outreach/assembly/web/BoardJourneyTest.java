package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.UserEffortMeter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A board from its seats to its signed minutes: a coordinator on a laptop, and a director with a link on a phone. */
@JourneyTest
class BoardJourneyTest {

    private static final Path PICTURES = Path.of("target/journeys/assembly");

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private OrganisationSettings settings;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void aBodyIsEnteredWithItsSeats(BrowserLook look) {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        page.setDefaultTimeout(30_000);
        board.addPerson("Chantal", "Beaumont" + look.width(), "fr");
        var pictures = new JourneyScreenshots(page, look, "assembly");

        page.navigate(traveller.urlOf("/outreach/assembly/bodies/new"));
        pictures.checkAndSave("body-form");
        String code = "C" + Integer.toString(Math.abs(look.hashCode() % 99_999), 10);
        page.locator("[name=name]").fill("Comité exécutif " + code);
        page.locator("[name=code]").fill(code);
        page.locator("[name=kind][value=EXECUTIVE]").check();
        page.locator("main form.form button.main").click();
        page.locator(".notice.ok").waitFor();
        page.locator("a[href$='/seats/new']").click();
        page.locator("[name=organisation-typed]").fill("Syndicat des métiers " + code);
        choose(page);
        page.locator("[name=title]").fill("Présidence");
        pictures.checkAndSave("seat-form");
        page.locator("main form.form button.main").click();
        page.locator("a[href*='/mandates/new']").first().click();
        page.locator("[name=person-typed]").fill("Beaumont" + look.width());
        choose(page);
        pictures.checkAndSave("mandate-form");
        page.locator("main form.form button.main").click();
        page.locator(".notice.ok").waitFor();
        pictures.checkAndSave("body");
        for (String place : List.of("", "/meetings", "/resolutions", "/follow-ups")) {
            page.navigate(traveller.urlOf("/outreach/assembly" + place));
            pictures.checkAndSave("list" + place.replace('/', '-'));
        }
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void sendsBoardPapersInAFewMinutesAndOpensThemByLink(BrowserLook look) throws IOException {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        page.setDefaultTimeout(30_000);
        SeatedBoard made = seated();
        var pictures = new JourneyScreenshots(page, look, "assembly");
        var hand = new UserEffortMeter(page);

        page.navigate(traveller.urlOf("/outreach/assembly/bodies/" + made.id().value()));
        hand.press("main a[href*='/meetings/new']");
        hand.type("[name=day]", settings.today().plusDays(14).toString());
        hand.type("[name=place]", "Salle Louise-Boivin");
        hand.type("[name=online]", "https://rencontre.exemple.org/ca");
        pictures.checkAndSave("meeting-form");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        String meeting = page.url();
        hand.type("[name=title]", "Budget de la formation");
        hand.type("[name=asked]", "Adopter le budget de la formation");
        hand.press("#agenda form.form button.main");
        hand.await(".notice.ok");
        hand.press("ol.rows li:has-text('Budget') .what a");
        hand.choose("input[type=file]", new FilePayload("budget.pdf", "application/pdf", MeetingFixture.pdf(2)));
        pictures.checkAndSave("item-form");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        hand.press("ol.rows li:has-text('Budget') button >> nth=0");
        page.waitForLoadState();
        pictures.checkAndSave("meeting");
        hand.press("a[href$='/notice']");
        pictures.checkAndSave("notice");
        hand.press("form[action$='/notice'] button");
        // No mail server is set in this journey: the notice waits, and the page says so.
        hand.await(".notice.warn");
        pictures.checkAndSave("meeting-convened");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(15);
        hand.writeResult("board papers");

        page.navigate(meeting + "/notice");
        page.locator("form[action$='/link'] button").click();
        String link = page.locator(".notice.ok a").first().textContent();
        pictures.checkAndSave("link");
        Page guest = Chromium.open(look);
        guest.navigate(traveller.urlOf(link.substring(link.indexOf("/outreach"))));
        new JourneyScreenshots(guest, look, "assembly").checkAndSave("guest");
        save(guest, guest.url() + "/papers.pdf", "papers-" + look.language());
        page.locator("form[action$='/links/close'] button").click();
        page.locator(".notice.ok").waitFor();
        guest.reload();
        assertThat(guest.locator("main").textContent()).doesNotContain("Budget de la formation");
        new JourneyScreenshots(guest, look, "assembly").checkAndSave("guest-closed");
        guest.context().close();
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void typesAdoptsAndSignsMinutes(BrowserLook look) throws IOException {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        page.setDefaultTimeout(30_000);
        SeatedBoard made = seated();
        LocalDate today = settings.today();
        MeetingId first = meetings.plan(made.id(), today.minusDays(30).atTime(19, 0));
        MeetingId second = meetings.plan(made.id(), today.atTime(0, 5));
        var pictures = new JourneyScreenshots(page, look, "assembly");

        attend(page, first, null);
        attend(page, second, pictures);
        var live = page.locator(".minute").nth(2).locator("textarea");
        live.pressSequentially("La coordination rend compte des suivis.");
        page.locator(".minute").nth(2).locator(".kept:has-text(' ')").waitFor();
        live.pressSequentially(" Rien ne presse.");
        pictures.checkAndSave("minutes-live");
        goOn(page, "resolutions");
        page.waitForURL("**/resolutions/new");
        page.locator("[name=proposer]").selectOption(value(made.holders().get(0)));
        page.locator("[name=seconder]").selectOption(value(made.holders().get(2)));
        page.locator("[name=text]").fill("de joindre la coalition pour un port équitable");
        page.locator("[name=mode][value=VOTE]").check();
        page.locator("[name=inFavour]").fill("9");
        page.locator("[name=against]").fill("0");
        page.locator("main form.form button.main").click();
        page.locator("[role=alert]").waitFor();
        pictures.checkAndSave("resolution-refused");
        page.locator("[name=inFavour]").fill("3");
        page.locator("main form.form button.main").click();
        page.waitForURL("**/minutes*");
        assertThat(page.locator(".minute").nth(2).locator("textarea").inputValue())
                .as("the previous input")
                .endsWith("Rien ne presse.");
        goOn(page, "follow-ups");
        page.locator("[name=what]").fill("Écrire à la coalition");
        page.locator("[name=who]").fill("La coordination");
        page.locator("[name=dueOn]").fill(today.plusDays(9).toString());
        pictures.checkAndSave("follow-up-form");
        page.locator("main form.form button.main").click();
        page.locator(".notice.ok").waitFor();
        goOn(page, "interests");
        page.locator("[name=person]").selectOption(value(made.holders().get(1)));
        page.locator("[name=nature]").fill("Siège aussi au conseil de la coalition");
        pictures.checkAndSave("interest-form");
        page.locator("main form.form button.main").click();
        page.waitForURL("**/minutes*");
        page.locator(".minute").nth(1).locator("a[href*='/adopt']").click();
        page.locator("[name=proposer]").selectOption(value(made.holders().get(0)));
        pictures.checkAndSave("adopt-form");
        page.locator("main form.form button.main").click();
        page.locator(".notice.ok").waitFor();
        pictures.checkAndSave("minutes");
        save(page, traveller.urlOf("") + url(second) + "/minutes/pdf", "minutes-" + look.language());
        page.locator(".card h4 a").first().click();
        page.locator("h1").waitFor();
        pictures.checkAndSave("resolution");
        save(page, page.url() + "/extract/pdf", "extract-" + look.language());

        page.navigate(traveller.urlOf(url(first) + "/minutes/sign"));
        page.locator("[name=by]").fill("Chantal Roy, présidente, et Luc Ménard, secrétaire");
        pictures.checkAndSave("sign-form");
        page.locator("main form.form button.main").click();
        page.locator(".notice.ok").waitFor();
        pictures.checkAndSave("minutes-signed");
        save(page, traveller.urlOf("") + url(first) + "/minutes/pdf", "signed-" + look.language());
        assertThat(page.locator("main textarea").count()).isZero();
        page.context().close();
    }

    private void attend(Page page, MeetingId meeting, @Nullable JourneyScreenshots pictures) {
        page.navigate(traveller.urlOf(url(meeting) + "/minutes"));
        if (pictures != null) {
            pictures.checkAndSave("attendance");
        }
        page.locator("#attendance textarea[name=guests]").fill("Nadège Roy, coordination");
        page.locator("#attendance form.form button.main").first().click();
        page.locator(".notice.ok").waitFor();
    }

    private static void goOn(Page page, String to) {
        page.locator(".minute").nth(2).locator("summary").click();
        page.locator(".minute").nth(2).locator("button[value=" + to + "]").click();
    }

    /** Takes the first search result for the typed text. */
    private static void choose(Page page) {
        page.locator("[data-chooser]:not([data-stale]) [role=option]").first().waitFor();
        page.keyboard().press("Enter");
        page.locator(".chips label.chip").first().waitFor();
    }

    private static String value(PersonId person) {
        return person.value().toString();
    }

    private static String url(MeetingId meeting) {
        return "/outreach/assembly/meetings/" + meeting.value();
    }

    /** A board of named people, one of them with a substitute. */
    private SeatedBoard seated() {
        SeatedBoard made = board.addBoard();
        board.appoint(
                made.seats().get(0),
                SeatRole.SUBSTITUTE,
                board.addPerson("Luc", "Ménard " + made.code(), "fr"),
                BoardFixture.FOUNDED);
        return made;
    }

    /** Saves a file that the page may open, for inspection. */
    private static void save(Page page, String url, String name) throws IOException {
        var answer = page.context().request().get(url);
        assertThat(answer.status()).as(url).isEqualTo(200);
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".pdf"), answer.body());
    }
}
