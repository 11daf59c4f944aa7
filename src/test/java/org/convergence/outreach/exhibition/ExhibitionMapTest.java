package org.convergence.outreach.exhibition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A stop with photographs in its two condition reports, and its region on the map of where the exhibition went. */
@ModuleTest
class ExhibitionMapTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String stop = "";

    @BeforeEach
    @AfterEach
    void clear() {
        users.ensureOrganisation();
        today = settings.today();
        for (String table : new String[] {"_photograph", "_damage", "_report", "_booking", ""}) {
            db.sql("DELETE FROM outreach.exhibition" + table).update();
        }
    }

    /** Enters an exhibition with one stop that has its contract; returns its page. */
    private String exhibition() {
        UUID id = UUID.randomUUID();
        UUID booking = UUID.randomUUID();
        UUID host = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("École des Rives").value());
        db.sql("""
                        INSERT INTO outreach.exhibition (id, title, panels, insured_value, space_metres, travel_dismount,
                            travel_transport, travel_mount) VALUES (?, 'Mains', 24, 18000, 40, 1, 2, 1)
                        """).param(id).update();
        db.sql("""
                        INSERT INTO outreach.exhibition_booking (id, exhibition, host, city, region, asked_on, open_from, open_to,
                            held_from, held_to, state, space_note, security_note, contract_on, nail_to_nail, host_liability)
                        VALUES (:id, :exhibition, :host, 'Matane', 'QC-01', :day, :day, :day + 10, :day, :day + 13, 'CONTRACT', '42 m',
                            'Fermé', :day, true, true)
                        """)
                .param("id", booking)
                .param("exhibition", id)
                .param("host", host)
                .param("day", today.minusDays(20))
                .update();
        stop = "/outreach/exhibition/bookings/" + booking;
        return "/outreach/exhibition/" + id;
    }

    private MvcTestResult report(String step, LocalDate on, byte[] picture) {
        return mvc.post()
                .uri(stop + "/" + step)
                .multipart()
                .file("photographs", picture)
                .param("on", on.toString())
                .param("madeBy", "L’équipe")
                .param("damage", step.equals("return") ? "7 : coin plié" : "")
                .param("version", version())
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }

    private String version() {
        return db.sql("SELECT version::text FROM outreach.exhibition_booking")
                .query(String.class)
                .single();
    }

    @Test
    void reportsKeepPhotographsAndTheMapShowsWhereItWent() {
        String exhibition = exhibition();
        assertThat(pages.as(Role.STAFF).open(exhibition).select(".chart-frame svg"))
                .as("it did not leave yet")
                .isEmpty();
        assertThat(report("departure", today.minusDays(22), SampleFiles.jpeg(40, 30)))
                .hasStatus(303);
        assertThat(report("return", today, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .as("a file that is no picture")
                .hasStatus(422);
        assertThat(report("return", today, SampleFiles.jpeg(30, 40))).hasStatus(303);
        assertThat(pages.as(Role.BOARD_MEMBER).open(stop).select("ul.pictures img"))
                .hasSize(2);
        assertThat(pages.as(Role.STAFF).post(stop + "/count", "people=140", "version=" + version()))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF)
                        .open(exhibition)
                        .select(".chart-frame svg")
                        .text())
                .contains("Bas-Saint");
        assertThat(db.sql("SELECT place FROM plan.realisation WHERE source_id = ?")
                        .param(stop.replaceFirst(".*/", ""))
                        .query(String.class)
                        .single())
                .as("the report's map counts it too")
                .isEqualTo("QC-01");
        assertThat(Pages.text(pages.as(Role.STAFF).get(exhibition + "/export.csv")))
                .contains("Bas-Saint-Laurent");
    }
}
