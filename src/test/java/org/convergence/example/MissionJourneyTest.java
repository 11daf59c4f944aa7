package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.Chromium;
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

/** A traveller answers the first evening from a phone, and is silent the second: the right people learn of it, once. */
@Tag(TestTags.SLOW)
@JourneyTest
class MissionJourneyTest {

    private static final ZoneId PUEBLA = ZoneId.of("America/Mexico_City");
    private static final String LINK = "/safety/mission/link/";

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MovingClock clock;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void alertsTheRightPeopleOnceOfASilentTraveller(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "mission");
        String traveller = mailOf(ExampleUser.ELODIE);
        // The other missions of the example are over by then.
        LocalDate starts = settings.today().plusDays(10);
        try (ExampleMail mail = new ExampleMail(sender)) {
            prepare(page, pictures, starts);
            mail.carry();
            String link = mail.findLink(traveller, LINK);

            clock.moveTo(starts.atTime(20, 5).atZone(PUEBLA).toInstant());
            look(mail);
            answer(link, look);
            mail.clear();

            Instant end = starts.plusDays(1).atTime(21, 0).atZone(PUEBLA).toInstant();
            for (int minute = -5; minute <= 250; minute += 5) {
                clock.moveTo(end.plusSeconds(minute * 60L));
                look(mail);
            }
            assertThat(mail.recipients()).containsExactlyInAnyOrderElementsOf(alerts(traveller));

            visitor.signIn(page, look, ExampleUser.MARYSE);
            pictures.checkAndSave("20-today-alert");
            page.navigate(visitor.browser().urlOf(mail.findLink(mailOf(ExampleUser.MARYSE), LINK)));
            pictures.checkAndSave("21-alert");
            page.locator("select[name=contact]").selectOption("0");
            page.locator("textarea[name=note]").fill("Messagerie vocale");
            page.locator("form[action$='/calls'] button.main").click();
            page.locator("main li:has-text('Messagerie vocale')").waitFor();
            pictures.checkAndSave("22-call-noted");

            String reminder = mail.findLink(traveller, LINK);
            mail.clear();
            answer(reminder, look);
            look(mail);
            assertThat(mail.recipients())
                    .as("the end of the alert")
                    .containsExactlyInAnyOrder(mailOf(ExampleUser.MARYSE), mailOf(ExampleUser.THERESE));
            page.reload();
            assertThat(page.locator("main .notice.bad").count()).isZero();
            assertThat(page.locator("main .notice.ok").count())
                    .as("nothing is missing")
                    .isOne();
            pictures.checkAndSave("23-over");
        }
        page.context().close();
    }

    /** The security lead learns of it after 30 and 60 minutes, with the president after two and four hours. */
    private static List<String> alerts(String traveller) {
        List<String> alerts = new java.util.ArrayList<>(List.of(traveller));
        alerts.addAll(Collections.nCopies(4, mailOf(ExampleUser.MARYSE)));
        alerts.addAll(Collections.nCopies(2, mailOf(ExampleUser.THERESE)));
        return alerts;
    }

    private void prepare(Page page, JourneyScreenshots pictures, LocalDate starts) {
        page.locator("nav a[href='/safety/mission']").first().dispatchEvent("click");
        page.locator("a.main[href='/safety/mission/new']").click();
        var hand = new UserEffortMeter(page);
        hand.type("input[name=title]", "Visite des ateliers de Puebla");
        hand.press("label:has([name=kind][value=STAFF])");
        choose(page, "travellers", "Élodie N’Diaye");
        hand.type("textarea[name=purpose]", "Rencontrer les couturières, de jour seulement.");
        hand.select("select[name=leg1-country]", "MX");
        hand.await("select[name=leg1-zone]");
        hand.select("select[name=leg1-zone]", PUEBLA.getId());
        pictures.checkAndSave("01-which-zone");
        hand.type("input[name=leg1-place]", "Puebla");
        hand.type("input[name=leg1-from]", starts.toString());
        hand.type("input[name=leg1-to]", starts.plusDays(2).toString());
        hand.press("label:has([name=risk][value=MODERATE])");
        choose(page, "president", "Thérèse O’B");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("02-prepared");
        hand.press("main form[action$='/approve'] button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("03-approved");
        hand.press("main a[href$='/watch']");
        hand.await("main a[href$='/invite']");
        pictures.checkAndSave("04-watch");
        hand.press("main a[href$='/invite']");
        hand.await("main form[action$='/invite']");
        pictures.checkAndSave("05-invite");
        hand.press("main form[action$='/invite'] button");
        hand.await(".notice.ok, .notice.warn");
        pictures.checkAndSave("06-invited");
        hand.writeResult("mission prepared");
    }

    /** Takes the first search result for the typed name. */
    private static void choose(Page page, String field, String name) {
        page.locator("input[name=" + field + "-typed]").pressSequentially(name);
        page.locator("[data-chooser=" + field + "]:not([data-stale]) [role=option]")
                .first()
                .waitFor();
        page.keyboard().press("Enter");
        page.locator("[data-chooser=" + field + "] .chips label.chip").first().waitFor();
    }

    private void answer(String link, BrowserLook look) {
        Page phone = Chromium.open(look);
        var pictures = new JourneyScreenshots(phone, look, "mission");
        phone.navigate(visitor.browser().urlOf(link));
        pictures.checkAndSave("10-link");
        var hand = new UserEffortMeter(phone);
        hand.press("main form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("11-answered");
        assertThat(hand.countActions()).isOne();
        phone.context().close();
    }

    /** The alarm looks twice in one minute, as on two nodes; what it wrote leaves. */
    private void look(ExampleMail mail) {
        for (int i = 0; i < 2; i++) {
            works.stream().filter(each -> each.name().equals("mission-alarm")).forEach(RecurringWork::run);
        }
        mail.carry();
    }

    private static String mailOf(ExampleUser user) {
        return java.util.Objects.requireNonNull(ExampleAccounts.readCards().get(user))
                .mail();
    }
}
