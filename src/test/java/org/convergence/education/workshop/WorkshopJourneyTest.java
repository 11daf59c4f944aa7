package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalDate;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.MailDelivery;
import org.convergence.testing.MailDelivery.DeliveredLetter;
import org.convergence.testing.MovingClock;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A school asks in Spanish on a phone; its workshop is agreed, held, evaluated on phones, and counts in the plan. */
@JourneyTest
@Tag(TestTags.SLOW)
class WorkshopJourneyTest {

    private static final String LINE = "Donner des ateliers sur demande";
    private static final Duration READING = Duration.ofSeconds(3);

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private WorkshopFixture workshops;

    @Autowired
    private RealisationFixture plans;

    @Autowired
    private MailDelivery mail;

    @Autowired
    private MovingClock clock;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void aSchoolAsksAndItsWorkshopCountsInThePlan(BrowserLook look) {
        workshops.prepare();
        serveALine();
        LocalDate wished = workshops.wished().minusDays(20);
        Page school = Chromium.open(new BrowserLook(390, look.scheme(), "es-MX"));
        asks(school, new JourneyScreenshots(school, look, "workshop"), wished);
        DeliveredLetter received = mail.deliverTo("rosa@escuela.example");
        assertThat(received.text()).contains("llegó bien");
        school.navigate(traveller.urlOf(received.link("/public/workshops/request/")));

        Page page = traveller.signIn(look, Role.STAFF);
        answers(page, new JourneyScreenshots(page, look, "workshop"));
        page.context().close();
        assertThat(mail.deliverTo("rosa@escuela.example").text()).contains("Queda confirmado", "13:30");
        school.reload();
        new JourneyScreenshots(school, look, "workshop").checkAndSave("08-confirmed");
        assertThat(school.locator("main").textContent()).contains("Queda confirmado", "Local 12");
        school.context().close();

        clock.advance(Duration.between(settings.now(), wished.atTime(16, 0)));
        Page onTheDay = traveller.signIn(look, Role.STAFF);
        holds(onTheDay, look, new JourneyScreenshots(onTheDay, look, "workshop"));
        onTheDay.context().close();
    }

    private void serveALine() {
        plans.clear();
        PlanId plan = plans.underWay("Plan d’action");
        ActionId line = plans.action(plan, plans.means(plan, "1.1", "Ateliers"), LINE);
        db.sql("UPDATE education.workshop SET action = ?").param(line.value()).update();
    }

    /** From the public catalogue to the page that tells what becomes of the request. */
    private void asks(Page school, JourneyScreenshots pictures, LocalDate wished) {
        school.navigate(traveller.urlOf("/public/workshops"));
        pictures.checkAndSave("01-catalogue");
        assertThat(school.locator("h1").textContent()).isEqualTo("Nuestros talleres");
        var hand = new UserEffortMeter(school);
        hand.press(".card a.button");
        hand.type("[name=asker]", "Escuela de los Tres Ríos");
        hand.type("[name=name]", "Rosa Ibarra");
        hand.press("main form button.main");
        hand.await("[role=alert]");
        pictures.checkAndSave("02-refused");
        assertThat(school.evaluate("document.activeElement.getAttribute('role')"))
                .as("the objection is read first")
                .isEqualTo("alert");
        hand.type("[name=mail]", "rosa@escuela.example");
        school.locator("[name=region]").selectOption("QC-06");
        hand.type("[name=place]", "Local 12");
        hand.type("[name=first]", wished.toString());
        hand.type("[name=people]", "28");
        hand.type("[name=purpose]", "Mis alumnas cosen su propia ropa.");
        pictures.checkAndSave("03-ask");
        clock.advance(READING);
        hand.press("main form button.main");
        school.waitForURL("**/public/workshops/request/**");
        pictures.checkAndSave("04-received");
        hand.writeResult("workshop request");
        assertThat(school.locator("main").textContent()).contains("Escuela de los Tres Ríos");
    }

    /** From the home page to the agreed date in three gestures, once the request is read. */
    private void answers(Page page, JourneyScreenshots pictures) {
        page.locator("main a[href*='/education/workshop/requests/']").first().click();
        page.locator("main a.button.main[href$='/schedule']").waitFor();
        pictures.checkAndSave("05-request");
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/schedule']");
        hand.await("[name=begins]");
        pictures.checkAndSave("06-schedule");
        hand.type("[name=begins]", "13:30");
        hand.press("main form button.main");
        hand.await("button[name=confirmed]");
        pictures.checkAndSave("07-letter");
        hand.press("button[name=confirmed]");
        hand.await("#notices .notice");
        pictures.checkAndSave("07-answered");
        hand.writeResult("workshop answer");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(4);
        assertThat(page.locator("main").textContent()).contains("Ana Roy");
    }

    private void holds(Page page, BrowserLook look, JourneyScreenshots pictures) {
        page.locator("main a[href*='/education/workshop/sessions/']").first().click();
        page.locator("[name=people]").waitFor();
        pictures.checkAndSave("09-session");
        String link = page.locator("main a[href*='/public/evaluation/']").getAttribute("href");
        evaluate(look, link.replaceFirst("https?://[^/]+", ""));
        var hand = new UserEffortMeter(page);
        hand.type("[name=people]", "28");
        hand.press("form[action$='/hold'] button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("12-held");
        hand.press("form[action$='/close'] button");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("13-evaluated");
        hand.writeResult("workshop held");
        assertThat(page.locator("main").textContent().replace('\u00a0', ' '))
                .containsPattern("(Oui|Yes) 5")
                .containsPattern("5 (réponses|answers)");
        page.locator("main a.button[href^='/plan/realisation/']").click();
        pictures.checkAndSave("14-realisation");
        assertThat(page.locator("main").textContent()).contains("28");
        page.locator("main a:has-text('" + LINE + "')").first().click();
        pictures.checkAndSave("15-line");
        assertThat(page.locator("main").textContent()).contains("Le fil du coton", "28");
    }

    /** Five participants answer by the common code; one sends an empty form first. */
    private void evaluate(BrowserLook look, String link) {
        Page phone = Chromium.open(new BrowserLook(390, ColorScheme.DARK, look.language()));
        var pictures = new JourneyScreenshots(phone, look, "workshop");
        for (int i = 1; i <= 5; i++) {
            phone.navigate(traveller.urlOf(link));
            clock.advance(READING);
            if (i == 1) {
                phone.locator("main form button.main").click();
                phone.locator("[role=alert]").waitFor();
                pictures.checkAndSave("10-blank");
            }
            for (String question : new String[] {"learned", "useful", "recommend"}) {
                phone.locator("[name=" + question + "][value=YES]").check();
            }
            phone.locator("main form button.main").click();
            phone.waitForURL(url -> url.contains("done=1"));
        }
        pictures.checkAndSave("11-thanks");
        phone.context().close();
    }
}
