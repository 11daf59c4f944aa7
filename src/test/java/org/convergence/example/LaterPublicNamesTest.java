package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a person is sealed, what becomes public or would leave again with their name is withheld until a person decides. */
@ModuleTest
class LaterPublicNamesTest {

    private static final String FAMILY = "Tlaxcalzmec";

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void example() {
        example.restore();
    }

    @Test
    void whatBecomesPublicLaterIsWithheldUntilAPersonDecidesOnTheseWords() {
        String person = add();
        seal(person);
        String session = db.sql("""
                        UPDATE education.workshop_session SET place = ?, announced_at = now()
                        WHERE id = (SELECT id FROM education.workshop_session WHERE state IN ('PLANNED', 'HELD') ORDER BY id LIMIT 1)
                        RETURNING id::text
                        """)
                .param("Près de la rue, chez Ximena " + FAMILY)
                .query(String.class)
                .single();
        searchPublicNames();
        assertThat(isWithheld(session)).isTrue();
        assertThat(pages.as(Role.COORDINATOR).open(person).text()).contains("Retiré du public");
        assertThat(pages.as(Role.COORDINATOR).post(person + "/withheld/" + session + "/show"))
                .hasStatus(303);
        assertThat(isWithheld(session)).isFalse();
        searchPublicNames();
        assertThat(isWithheld(session)).as("decided").isFalse();
        db.sql("UPDATE education.workshop_session SET place = ? WHERE id = ?::uuid")
                .params("Deuxième étage, chez Ximena " + FAMILY, session)
                .update();
        searchPublicNames();
        assertThat(isWithheld(session)).as("other words").isTrue();
    }

    @Test
    void aLetterDeliveredOtherwiseDoesNotWaitAgainIfThatIsUndone() {
        String person = add();
        UUID letter = UUID.randomUUID();
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at, state, handed, sent_at,
                                                           decided_by, decided_at, matter, record_id, state_before)
                        VALUES (?, 'sam@exemple.org', 'Nouvelles', ?, 'test', now(), now(), 'DELIVERED_OTHERWISE', 'HAND', now(),
                                'Ines', now(), 'test', gen_random_uuid(), 'QUEUED')
                        """).params(letter, "On menace Ximena " + FAMILY + ".").update();
        seal(person);
        assertThat(db.sql(
                                "SELECT concat_ws(' ', state, problem, state_before, problem_before) FROM platform.mail_message WHERE id = ?")
                        .param(letter)
                        .query(String.class)
                        .single())
                .isEqualTo("DELIVERED_OTHERWISE WITHHELD mail.withheld.named");
    }

    private void searchPublicNames() {
        recurring.stream()
                .filter(each -> each.name().equals("protection.public"))
                .forEach(RecurringWork::run);
    }

    private boolean isWithheld(String record) {
        return db.sql("SELECT platform.is_withheld(?::uuid)")
                .param(record)
                .query(Boolean.class)
                .single();
    }

    /** Adds a person, and returns the address of their page once they are sealed. */
    private String add() {
        String record = Pages.location(pages.as(Role.COORDINATOR)
                .post("/directory/people/persons/new", "givenName=Ximena", "familyName=" + FAMILY));
        return "/directory/protection/persons/" + record.substring(record.lastIndexOf('/') + 1);
    }

    private void seal(String person) {
        assertThat(pages.as(Role.COORDINATOR).post(person + "/seal", "codeName=Pluvier", "understood=yes", "version=1"))
                .hasStatus(303);
    }
}
