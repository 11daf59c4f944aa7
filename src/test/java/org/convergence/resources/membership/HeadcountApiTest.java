package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Headcounts recorded by programs. */
@ModuleTest
class HeadcountApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private JdbcClient db;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void anOrganisation() throws Exception {
        visitors.ensureOrganisation();
        union = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
    }

    @Test
    void recordsOnlyWholeNumbers() {
        for (String wrong : new String[] {
            "-3", "1000000000", "12.5", "1.234", "\"environ 400\"", "\"\"", "null", "true", "{\"a\": 4}", "1e30"
        }) {
            MvcTestResult refused = declare(wrong);
            assertThat(refused.getResponse().getStatus()).as(wrong).isEqualTo(422);
            assertThat(refused).bodyText().contains("\"number\"");
        }
        assertThat(said()).isZero();
        assertThat(declare("418")).hasStatus(201);
        assertThat(declare("10000000")).hasStatus(201);
        assertThat(said()).isEqualTo(2);
    }

    private MvcTestResult declare(String number) {
        return mvc.post()
                .uri("/api/v1/headcounts")
                .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                .contentType("application/json")
                .content("""
                        {"organisation": "%s", "countedOn": "%s", "status": "DECLARED", "number": %s}
                        """.formatted(union.value(), LocalDate.of(2026, 1, 31), number))
                .exchange();
    }

    private long said() {
        return db.sql("SELECT count(*) FROM resources.membership_headcount WHERE organisation = ?")
                .param(union.value())
                .query(Long.class)
                .single();
    }
}
