package org.convergence.safety.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.convergence.identity.Role;
import org.convergence.platform.access.ActorAuthentication;
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

    @BeforeEach
    void noAdvisory() {
        users.ensureOrganisation();
        db.sql("DELETE FROM safety.guide_advisory").update();
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
        assertThat(pages.as(Role.STAFF)
                        .post(
                                "/safety/guide/new",
                                "country=CO",
                                "level=AVOID_NON_ESSENTIAL",
                                "source=voyage.gc.ca",
                                "publishedOn=2026-03-01"))
                .hasStatus(303);
        put(Role.STAFF, "country,level,date\nCO,0,2026-02-01\n");
        assertThat(country("CO")).contains("AVOID_NON_ESSENTIAL");
        put(Role.STAFF, "country,level,date\nMX,0,2026-03-05\n");
        assertThat(country("CO")).as("absent from a file").contains("AVOID_NON_ESSENTIAL");
        put(Role.STAFF, "country,level,date\nCO,1,2026-03-05\n");
        assertThat(country("CO")).contains("\"advisory\":\"CAUTION\"");
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
