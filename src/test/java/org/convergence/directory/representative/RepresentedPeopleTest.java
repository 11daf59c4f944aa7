package org.convergence.directory.representative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Proposals about a person are erased with them, and a link never shows a code name in place of a known name. */
@ModuleTest
class RepresentedPeopleTest {

    @Autowired
    private RepresentativeFixture represented;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private JdbcClient db;

    private OrganisationId birch = new OrganisationId(new UUID(0, 0));
    private FunctionId secretary = new FunctionId(new UUID(0, 0));
    private UUID person = new UUID(0, 0);

    @BeforeEach
    void aProposal() {
        represented.clear();
        birch = represented.organisation("Syndicat du Bouleau");
        // A name used nowhere else: the person is sealed in a test, and cannot be entered again afterwards.
        String family = "Bouleau" + Long.toString(System.nanoTime(), 36);
        secretary = represented.holds("Maude", family, "Secrétaire générale", birch);
        represented.holds("Ana", "Morales" + family, "Trésorière", birch);
        person = db.sql("SELECT person FROM directory.people_function WHERE id = ?")
                .param(secretary.value())
                .query(UUID.class)
                .single();
        for (String field : new String[] {"mail", "phone"}) {
            db.sql("""
                            INSERT INTO directory.representative_proposal
                                (id, organisation, kind, item, field, stood, proposed, proposed_at, state)
                            VALUES (gen_random_uuid(), ?, 'people.function', ?, ?, '', 'maude@chez-elle.example', now(), 'PENDING')
                            """).params(birch.value(), secretary.value(), field).update();
        }
    }

    @Test
    void erasureDeletesProposalsOnPerson() {
        assertThat(forget()).hasStatus(303);
        assertThat(proposals()).isZero();
    }

    @Test
    void erasureDeletesProposalsOnDeletedFunction() {
        db.sql("DELETE FROM directory.people_function WHERE id = ?")
                .param(secretary.value())
                .update();
        assertThat(proposals()).isEqualTo(2);
        assertThat(forget()).hasStatus(303);
        assertThat(proposals()).isZero();
    }

    @Test
    void linkHidesProtectedPeople() {
        String link = represented.link(birch);
        assertThat(mvc.get().uri(link).exchange()).bodyText().contains("Maude", "Secrétaire générale", "Ana");
        assertThat(post(
                        Role.STAFF,
                        "/directory/protection/persons/" + person + "/seal",
                        "version",
                        "1",
                        "codeName",
                        "Huard",
                        "understood",
                        "true"))
                .hasStatus(303);
        assertThat(proposals()).isZero();
        assertThat(mvc.get().uri(link).exchange())
                .bodyText()
                .contains("Ana")
                .doesNotContain("Maude", "Huard", "Secrétaire générale");
        assertThat(mvc.get()
                        .uri("/directory/people/organisations/" + birch.value())
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .bodyText()
                .contains("Huard", "Secrétaire générale");
        queued.runAll();
        assertThat(forgetAt(2)).hasStatus(303);
    }

    private MvcTestResult forget() {
        return forgetAt(1);
    }

    private MvcTestResult forgetAt(int version) {
        return post(
                Role.COORDINATOR,
                "/directory/people/persons/" + person + "/forget",
                "version",
                String.valueOf(version),
                "understood",
                "true",
                "reason",
                "Elle le demande");
    }

    private MvcTestResult post(Role role, String url, String... fields) {
        var request = mvc.post().uri(url).with(csrf()).with(visitors.as(role));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private long proposals() {
        return db.sql("SELECT count(*) FROM directory.representative_proposal")
                .query(Long.class)
                .single();
    }
}
