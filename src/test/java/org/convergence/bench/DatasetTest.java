package org.convergence.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The data of the benchmark fit the tables of today. */
@ModuleTest
class DatasetTest {

    @Autowired
    private TestUsers users;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient db;

    @Test
    void fillsTablesOfToday() throws Exception {
        users.ensureOrganisation();
        assertThat(browser.post()
                        .uri("/api/v1/plans/import")
                        .multipart()
                        .file(new MockMultipartFile("file", "plan.txt", "text/plain", BenchInstallation.readPlan()))
                        .header("Authorization", "Bearer " + users.createToken(Role.COORDINATOR)))
                .hasStatus(201);
        try (Connection connection = database.administrator().connect()) {
            Dataset.ofOrganisation(4, 200, 60, 12_000).fill(connection);
        }
        assertThat(db.sql("SELECT count(*) FROM outreach.assembly_notice")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(db.sql("SELECT count(*) FROM advocacy.urgentaction_sign_on")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(4 * 40 * 25);
        assertThat(db.sql("SELECT (SELECT count(*) FROM cooperation.watch_item) || ' items, '"
                                + " || (SELECT count(*) FROM safety.mission) || ' missions'")
                        .query(String.class)
                        .single())
                .isEqualTo("4000 items, 400 missions");
        assertThat(browser.get().uri("/safety/guide/CO").with(users.as(Role.COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("Une élection approche", "Les couturières", "Visite no", "voyage.gc.ca", "13 parties");
        assertThat(db.sql("""
                                SELECT count(*) FROM resources.gift g JOIN resources.ledger_gift_payment p ON p.id = g.payment
                                WHERE g.amount = p.amount
                                """).query(Integer.class).single())
                .as("gifts equal the ledger")
                .isGreaterThanOrEqualTo(200);
        assertThat(db.sql("SELECT count(*) FROM education.workshop_answer")
                        .query(Integer.class)
                        .single())
                .as("answers of two hundred sessions a year")
                .isGreaterThan(4 * 180 * 20);
        String cohort = db.sql("SELECT id FROM education.internship_call ORDER BY starts_on DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(browser.get().uri("/education/internship/" + cohort).with(users.as(Role.COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("Candidate 1-12");
        assertThat(db.sql("""
                                SELECT count(*) FROM resources.spending_expense e
                                WHERE e.amount <> (SELECT sum(s.amount) FROM resources.spending_split s WHERE s.expense = e.id)
                                """).query(Integer.class).single())
                .as("expenses that differ from their splits")
                .isZero();
        String agreement = db.sql(
                        "SELECT id FROM resources.grant_agreement WHERE closed_on IS NULL ORDER BY ends_on DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(browser.get().uri("/resources/grant/agreement/" + agreement).with(users.as(Role.COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("Ligne 8", "Versement no 5");
        String project = db.sql("SELECT id FROM cooperation.project ORDER BY starts_on DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(browser.get()
                        .uri("/cooperation/project/" + project + "/results")
                        .with(users.as(Role.COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("Indicateur no 62");
        String evening = db.sql("SELECT id FROM outreach.event WHERE state = 'OPEN' ORDER BY day DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(browser.get().uri("/outreach/event/" + evening + "?q=17").with(users.as(Role.COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("Visite 17", "Soirée no 1");
        assertThat(db.sql("""
                                SELECT count(*) FROM outreach.event_quota q WHERE q.taken =
                                (SELECT sum(o.seats) FROM outreach.event_order o WHERE o.event = q.event)
                                """).query(Integer.class).single())
                .as("quotas equal the registrations")
                .isGreaterThanOrEqualTo(16);
        String issue = db.sql("SELECT id FROM outreach.newsletter ORDER BY number DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(browser.get().uri("/outreach/newsletter/" + issue).with(users.as(Role.COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("Numéro 40", "Remises au serveur", "Kit du numéro 40");
        assertThat(browser.get().uri("/public/website/archive/40"))
                .hasStatusOk()
                .bodyText()
                .contains("négocient");
        assertThat(browser.get()
                        .uri("/directory/segment/size?c-function=délégué")
                        .with(users.as(Role.COORDINATOR)))
                .bodyText()
                .contains("personnes");
        assertThat(db.sql("SELECT count(*) FROM resources.fund_flow WHERE kind = 'RECEIVED'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(100);
    }
}
