package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.convergence.outreach.newsletter.domain.NewsletterScheduleRunner;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.mail.domain.TestLetterSender;
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

/** An issue is made from what was done, previewed and sent; a reader unsubscribes on the Spanish page of its link. */
@JourneyTest
@Tag(TestTags.SLOW)
class NewsletterJourneyTest {

    private static final String SUBJECT = "Ce que novembre a permis";

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private NewsletterScheduleRunner departures;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private MovingClock clock;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void sendsWhatWasDoneUntilAReaderUnsubscribes(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.IDRISS);
        var pictures = new JourneyScreenshots(page, look, "newsletter");
        try (ExampleMail mail = new ExampleMail(sender)) {
            write(page, pictures);
            String issue = page.url();
            mail.carry();
            assertThat(mail.findRecipients(SUBJECT))
                    .as("ten minutes to stop it")
                    .isEmpty();

            clock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
            departures.run();
            jobs.runAll();
            mail.carry();
            var readers = mail.findRecipients(SUBJECT);
            assertThat(readers).isNotEmpty().doesNotHaveDuplicates();
            page.navigate(issue);
            assertThat(findOutcome(page, 1))
                    .as("letters that the server took")
                    .isEqualTo(String.valueOf(readers.size()));
            pictures.checkAndSave("08-sent");

            unsubscribe(mail.findLink(readers.get(0), "/preferences/"), look);
            page.reload();
            pictures.checkAndSave("09-unsubscribed");
            assertThat(findOutcome(page, 3)).as("unsubscribed").isEqualTo("1");
        }
        page.context().close();
    }

    private static String findOutcome(Page page, int number) {
        return page.locator("main section dl.facts dd")
                .nth(number)
                .textContent()
                .strip();
    }

    private static void write(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/outreach/newsletter']");
        hand.await("form[action$='/newsletter/new']");
        pictures.checkAndSave("01-issues");
        hand.press("form[action$='/newsletter/new'] button");
        hand.await("main section.card");
        pictures.checkAndSave("02-begun");
        assertThat(page.locator("main section.card").count())
                .as("subject, greeting, what was done and what comes")
                .isGreaterThan(3);
        hand.press("main section.card a[href*='/blocks/']");
        hand.type("input[name^=title]", SUBJECT);
        pictures.checkAndSave("03-subject");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        hand.press("main a[href$='/preview']");
        hand.await("main section.card");
        pictures.checkAndSave("04-preview");
        assertThat(page.locator("main section.card").textContent()).contains(SUBJECT);
        page.goBack();
        hand.press("main a.main[href$='/send']");
        hand.await("main form.form button.main");
        pictures.checkAndSave("05-reach");
        hand.press("main form.form button.main");
        hand.await(".notice.warn");
        pictures.checkAndSave("06-confirmed");
        hand.writeResult("newsletter");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(9);
    }

    private void unsubscribe(String link, BrowserLook look) {
        Page reader = Chromium.open(look);
        var pictures = new JourneyScreenshots(reader, look, "newsletter");
        reader.navigate(visitor.browser().urlOf(link));
        pictures.checkAndSave("20-preferences");
        var hand = new UserEffortMeter(reader);
        hand.press("nav a[hreflang=es]");
        hand.await("html[lang^=es]");
        pictures.checkAndSave("21-spanish");
        hand.press("button[name=stop]");
        hand.await(".notice.ok");
        pictures.checkAndSave("22-stopped");
        assertThat(reader.locator("html").getAttribute("lang")).startsWith("es");
        assertThat(hand.countActions()).isLessThanOrEqualTo(2);
        reader.context().close();
    }
}
