package org.convergence.safety.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The register by API and by hand: a country that it lacks is unknown. */
@ModuleTest
class AdvisoryApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private JdbcClient db;

    @Autowired
    private List<RecurringWork> works;

    @BeforeEach
    void noAdvisory() {
        users.ensureOrganisation();
        db.sql("DELETE FROM safety.guide_advisory").update();
        db.sql("DELETE FROM safety.guide_register").update();
    }

    @Test
    void aCountryThatTheFileLacksIsUnknown() {
        assertThat(put(Role.STAFF, "country,level,date\nHT,3,2026-01-15\nMX,1,2026-01-15\n"))
                .hasStatusOk()
                .bodyText()
                .contains("\"read\":2");
        assertThat(country("HT")).contains("\"advisory\":\"AVOID_ALL\"", "\"publishedOn\":\"2026-01-15\"");
        assertThat(country("CO")).contains("\"advisory\":\"UNKNOWN\"");
        assertThat(put(Role.STAFF, "country,level,date\nMX,1,2026-01-16\n"))
                .bodyText()
                .contains("\"changed\":[\"HT\"]", "\"unknown\":[\"HT\"]");
        assertThat(country("HT")).contains("\"advisory\":\"UNKNOWN\"");
        assertThat(pages.as(Role.STAFF).open("/safety/guide/HT").text())
                .contains("Inconnu ne veut pas dire sûr")
                .doesNotContain("Vert");
    }

    @Test
    void aTruncatedFileChangesNothing() {
        put(Role.STAFF, "country,level,date\nHT,3,2026-01-15\nMX,1,2026-01-15\n");
        assertThat(put(Role.STAFF, "country,level,date\nMX,1,2026-01-16\nHT,0,20"))
                .hasStatus(422);
        assertThat(country("HT")).contains("\"advisory\":\"AVOID_ALL\"");
    }

    @Test
    void aLevelByHandGivesWayOnlyToARecentFile() {
        byHand("CO", "2026-03-01");
        put(Role.STAFF, "country,level,date\nCO,0,2026-02-01\n");
        assertThat(country("CO")).contains("AVOID_NON_ESSENTIAL");
        put(Role.STAFF, "country,level,date\nMX,0,2026-03-05\n");
        assertThat(country("CO")).as("absent from a file").contains("AVOID_NON_ESSENTIAL");
        put(Role.STAFF, "country,level,date\nCO,1,2026-03-05\n");
        assertThat(country("CO")).contains("\"advisory\":\"CAUTION\"");
    }

    @Test
    void theRegisterIsReadAtItsAddressAndAFailureEmptiesNothing() {
        try (CalendarFeedServer site = new CalendarFeedServer()) {
            site.sends("<!DOCTYPE html><title>Connexion</title>");
            assertThat(setAddress(site)).hasStatus(422).bodyText().contains("pas un registre");
            site.sends("country,level,date\nMX,1,2026-01-15\nHT,9,2026-01-15\n");
            assertThat(setAddress(site)).as("one wrong line").hasStatus(422);
            assertThat(country("MX")).contains("UNKNOWN");

            site.sends(json(1, "2026-01-15"));
            assertThat(setAddress(site)).hasStatus(303);
            assertThat(country("MX")).contains("\"advisory\":\"CAUTION\"", "\"source\":\"localhost\"");
            assertThat(list(Role.BOARD_MEMBER))
                    .contains("lu à son adresse le")
                    .doesNotContain("échec", CalendarFeedServer.SECRET);
            byHand("CO", "2026-03-01");
            site.sends(json(3, "2026-02-01"));
            read();
            assertThat(country("MX")).contains("AVOID_ALL");
            assertThat(country("CO")).as("by hand, not later").contains("AVOID_NON_ESSENTIAL");

            site.sends(json(0, "2026-02-02").substring(0, 300));
            assertFails("pas un registre");
            site.sends("country,level,date\nMX,0,2026-02-02\nHT,9,2026-01-15\n");
            assertFails("ligne 3, à commencer par « 9 »");
            site.sends("country,level,date\nCO,0,2026-01-15\n");
            assertFails("n’a plus que 1 pays : 2 deviendraient inconnus");
            site.fails(500);
            assertFails("n’a pas pu répondre");
            site.fails(200);
            site.sends(json(2, "2026-02-03"));
            read();
            assertThat(country("MX")).contains("AVOID_NON_ESSENTIAL");
            assertThat(list(Role.STAFF)).doesNotContain("échec");
            assertThat(pages.as(Role.STAFF).post("/safety/guide/address", "address=", "version=" + version()))
                    .hasStatus(303);
            assertThat(country("MX")).contains("AVOID_NON_ESSENTIAL");
            assertThat(pages.as(Role.BOARD_MEMBER).get("/safety/guide/address")).hasStatus(403);
        }
    }

    /** Mexico at a level; Haiti; and an island whose code is no country's. */
    private static String json(int level, String day) {
        String entry = "\"%s\": {\"advisory-state\": %d, \"has-regional-advisory\": 0, \"date-published\": {\"asp\":"
                + " \"%sT09:00:00-05:00\"}}";
        return "{\"data\": {" + entry.formatted("MX", level, day) + ", " + entry.formatted("HT", 3, day) + ", "
                + entry.formatted("ISL", 0, day) + ", " + entry.formatted("CO", 0, day) + "}}";
    }

    private void assertFails(String why) {
        read();
        assertThat(list(Role.BOARD_MEMBER)).contains("en échec depuis le", why);
        assertThat(country("MX")).contains("AVOID_ALL");
        assertThat(country("HT")).contains("AVOID_ALL");
    }

    private String list(Role role) {
        return pages.as(role).open("/safety/guide").text().replace('\u00a0', ' ');
    }

    private String version() {
        return pages.as(Role.STAFF)
                .open("/safety/guide/address")
                .select("input[name=version]")
                .attr("value");
    }

    private MvcTestResult setAddress(CalendarFeedServer site) {
        return pages.as(Role.STAFF).post("/safety/guide/address", "address=" + site.address(), "version=" + version());
    }

    private void byHand(String country, String day) {
        assertThat(pages.as(Role.STAFF)
                        .post(
                                "/safety/guide/new",
                                "country=" + country,
                                "level=AVOID_NON_ESSENTIAL",
                                "source=voyage.gc.ca",
                                "publishedOn=" + day))
                .hasStatus(303);
    }

    private void read() {
        works.stream()
                .filter(each -> each.name().equals("guide-register"))
                .forEach(each -> CurrentActor.runAs(Actor.system("guide-register"), each::run));
    }

    @Test
    void readersCannotChangeTheRegister() {
        assertThat(put(Role.BOARD_MEMBER, "country,level,date\nHT,0,2026-01-15\n"))
                .hasStatus(403);
        assertThat(pages.as(Role.BOARD_MEMBER).get("/api/v1/countries/XX")).hasStatus(404);
    }

    private String country(String code) {
        return Pages.text(pages.as(Role.BOARD_MEMBER).get("/api/v1/countries/" + code));
    }

    private MvcTestResult put(Role role, String file) {
        return mvc.put()
                .uri("/api/v1/advisories")
                .with(authentication(new ActorAuthentication(users.actor(role))))
                .with(csrf())
                .contentType("text/csv")
                .content(file)
                .exchange();
    }
}
