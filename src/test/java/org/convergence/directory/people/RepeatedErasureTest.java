package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.domain.requests.ErasureService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An erased person does not come back with an older backup. */
@ModuleTest
class RepeatedErasureTest extends DirectoryPagesFixture {

    @Autowired
    private ErasureService erasure;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<RecurringWork> recurring;

    @Test
    void erasesPersonRestoredFromOlderBackupAgain() {
        String ana =
                add(PERSONS, new String[] {"givenName", "Ana", "familyName", "Morales"}, "point", "ana@exemple.org");
        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);
        asInAnOlderBackup(id(ana));
        assertThat(text(ana)).contains("Morales");
        inTheNight();
        assertThat(text(ana)).contains("Personne effacée").doesNotContain("Morales", "ana@exemple.org");
        int version = version(ana);
        inTheNight();
        assertThat(version(ana))
                .as("an erased person who stays erased is left unchanged")
                .isEqualTo(version);
    }

    @Test
    void keepsPersonAfterRolledBackErasure() {
        String ana =
                add(PERSONS, new String[] {"givenName", "Luz", "familyName", "Ibarra"}, "point", "luz@exemple.org");
        transaction.executeWithoutResult(status -> {
            CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> erasure.erase(new PersonId(id(ana)), 1, null));
            status.setRollbackOnly();
        });
        inTheNight();
        assertThat(text(ana)).contains("Ibarra");
    }

    @Test
    void homePageReportsErasureThatCannotBeRepeatedYet() {
        String ana =
                add(PERSONS, new String[] {"givenName", "Ana", "familyName", "Morales"}, "point", "ana@exemple.org");
        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);
        asInAnOlderBackup(id(ana));
        UUID account = UUID.randomUUID();
        db.sql(
                        "INSERT INTO identity.account (id, version, mail, name, person_id, created_at) VALUES (?, 1, 'ana@exemple.org', 'Ana Morales', ?, now())")
                .params(account, id(ana))
                .update();
        inTheNight();
        assertThat(text(ana)).contains("Morales");
        assertThat(text("/")).contains(ana + "/forget", "oubliée est revenue").doesNotContain("Morales");
        db.sql("UPDATE identity.account SET closed_at = now(), person_id = NULL WHERE id = ?")
                .param(account)
                .update();
        inTheNight();
        assertThat(text(ana)).contains("Personne effacée");
        assertThat(text("/")).doesNotContain("oubliée est revenue");
    }

    private void inTheNight() {
        recurring.stream()
                .filter(each -> each.name().equals("people.forgotten-again"))
                .forEach(each -> CurrentActor.runAs(Actor.system("test"), each::run));
    }

    private void asInAnOlderBackup(UUID person) {
        db.sql("""
                        UPDATE directory.people_person SET given_name = 'Ana', family_name = 'Morales', forgotten_at = NULL,
                            contact_points = '[{"channel": "MAIL", "sphere": "PERSONAL", "value": "ana@exemple.org", "label": null}]'
                        WHERE id = ?
                        """).param(person).update();
        db.sql("DELETE FROM directory.people_forgetting WHERE person = ?")
                .param(person)
                .update();
    }

    private int version(String page) {
        return db.sql("SELECT version FROM directory.people_person WHERE id = ?")
                .param(id(page))
                .query(Integer.class)
                .single();
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private String text(String page) {
        try {
            return get(page).getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
