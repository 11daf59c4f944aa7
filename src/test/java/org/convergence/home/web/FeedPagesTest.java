package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.convergence.home.WeekFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The user's deadlines as a calendar feed. */
@ModuleTest
class FeedPagesTest {

    private static final String PAGE = "/home/reminders";

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private JdbcClient db;

    private Actor ana = Actor.VISITOR;
    private ActionId workshop = new ActionId(new java.util.UUID(0, 0));

    @BeforeEach
    void aLineOfHers() {
        visitors.ensureOrganisation();
        week.begin();
        ana = week.someone(visitors, "Ana", "Ortiz", Role.STAFF);
        workshop = week.line("Donner un atelier au cégep", ana, 12);
    }

    @Test
    void showsAddressOnceAndServesCalendarWithoutSignIn() throws Exception {
        assertThat(text(PAGE)).contains("Créer l’adresse").doesNotContain("/api/v1/calendar");
        String address = address();
        assertThat(text(PAGE)).doesNotContain("/api/v1/calendar").contains("Remplacer l’adresse");
        MvcTestResult answer = read(address);
        assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        Calendar calendar = calendar(answer);
        var event = calendar.getComponents(Component.VEVENT).get(0);
        assertThat(event.getProperty(Property.UID).orElseThrow().getValue())
                .isEqualTo("plan.actionplan-action-" + workshop.value() + "-end@localhost");
        assertThat(event.getProperty(Property.SUMMARY).orElseThrow().getValue()).contains("Donner un atelier au cégep");
        assertThat(calendar.toString()).doesNotContain("Ortiz");
        assertThat(db.sql("SELECT encode(token_hash, 'escape') FROM home.feed WHERE account = ?")
                        .param(ana.id())
                        .query(String.class)
                        .single())
                .doesNotContain(address.substring(address.lastIndexOf('/') + 1).replace(".ics", ""));
    }

    @Test
    void movedWindowIncreasesSequenceAndDoneLineIsCancelled() throws Exception {
        String address = address();
        assertThat(sequence(calendar(read(address)))).isEqualTo("0");
        assertThat(sequence(calendar(read(address)))).isEqualTo("0");
        db.sql("UPDATE plan.actionplan_follow_up SET window_to = window_to + 3 WHERE action = ?")
                .param(workshop.value())
                .update();
        assertThat(sequence(calendar(read(address)))).isEqualTo("1");
        db.sql("UPDATE plan.actionplan_follow_up SET completed_on = window_from WHERE action = ?")
                .param(workshop.value())
                .update();
        Calendar after = calendar(read(address));
        assertThat(sequence(after)).isEqualTo("2");
        assertThat(after.toString()).contains("STATUS:CANCELLED").doesNotContain("cégep");
    }

    @Test
    void answersNotModifiedWithoutChange() {
        String address = address();
        String tag = Objects.requireNonNull(read(address).getResponse().getHeader("ETag"));
        MvcTestResult again =
                browser.get().uri(address).header("If-None-Match", tag).exchange();
        assertThat(again).hasStatus(304);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
        week.line("Écrire aux membres", ana, 30);
        assertThat(browser.get().uri(address).header("If-None-Match", tag).exchange())
                .hasStatusOk();
    }

    @Test
    void revokedAddressAnswersLikeUnknownOne() {
        String first = address();
        String second = address();
        assertThat(read(first)).hasStatus(404);
        assertThat(read(second)).hasStatusOk();
        db.sql("UPDATE identity.account SET closed_at = now() WHERE id = ?")
                .param(ana.id())
                .update();
        assertThat(read(second)).hasStatus(404);
        db.sql("UPDATE identity.account SET closed_at = NULL WHERE id = ?")
                .param(ana.id())
                .update();
        assertThat(read(second)).hasStatusOk();
        pages.as(ana).post(PAGE + "/calendar/revoke");
        assertThat(read(second)).hasStatus(404);
        assertThat(Pages.text(read(second))).isEqualTo(Pages.text(read("/api/v1/calendar/" + "x".repeat(43) + ".ics")));
    }

    /** Permissions are those of the moment: a user turned auditor gets an auditor's deadlines. */
    @Test
    void calendarHoldsWhatItsOwnerMaySeeToday() throws Exception {
        week.line("Ce que personne n’a", null, 20);
        String address = address();
        assertThat(calendar(read(address)).getComponents(Component.VEVENT)).hasSize(2);
        db.sql("UPDATE identity.role_grant SET role = 'ADMINISTRATOR' WHERE account_id = ?")
                .param(ana.id())
                .update();
        assertThat(calendar(read(address)).toString()).doesNotContain("cégep").doesNotContain("STATUS:CONFIRMED");
    }

    @Test
    void usesLanguageOfOwner() throws Exception {
        db.sql("UPDATE identity.account SET language = 'en' WHERE id = ?")
                .param(ana.id())
                .update();
        assertThat(calendar(read(address())).toString()).contains("SUMMARY:To finish: ", "Deadlines");
    }

    @Test
    void limitsFrequentRequests() {
        String address = address();
        int last = 200;
        for (int i = 0; i < 31; i++) {
            last = read(address).getResponse().getStatus();
        }
        assertThat(last).isEqualTo(429);
        MvcTestResult refused = read(address);
        assertThat(Integer.parseInt(String.valueOf(refused.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 30);
        assertThat(Pages.text(refused)).contains("réessayez dans une minute");
    }

    private String address() {
        String whole = Jsoup.parse(Pages.text(pages.as(ana).post(PAGE + "/calendar")))
                .select("main code")
                .text();
        assertThat(whole).matches("http://localhost:8080/api/v1/calendar/[\\w-]{43}\\.ics");
        return whole.substring("http://localhost:8080".length());
    }

    private static String sequence(Calendar calendar) {
        return calendar.getComponents(Component.VEVENT)
                .get(0)
                .getProperty(Property.SEQUENCE)
                .orElseThrow()
                .getValue();
    }

    private static Calendar calendar(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return new CalendarBuilder()
                .build(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
    }

    private MvcTestResult read(String address) {
        return browser.get().uri(address).exchange();
    }

    private String text(String url) {
        return Jsoup.parse(Pages.text(browser.get()
                        .uri(url)
                        .with(authentication(new ActorAuthentication(ana)))
                        .exchange()))
                .text();
    }
}
