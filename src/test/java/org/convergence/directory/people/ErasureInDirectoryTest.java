package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An erased person is named nowhere else in the directory, in arrangements with organisations, or in stored API
 * answers.
 */
@ModuleTest
class ErasureInDirectoryTest extends DirectoryPagesFixture {

    @Autowired
    private JobTestRunner queued;

    @Test
    void erasureRedactsTextsAboutOthersAndListsTheRest() throws Exception {
        String ana =
                add(PERSONS, new String[] {"givenName", "Ana", "familyName", "Morales"}, "point", "ana@exemple.org");
        String union = organisation("Syndicat du Vieux-Port", "note", "Demander Ana Morales", "point", "514 555-0188");
        String luc =
                add(PERSONS, new String[] {"givenName", "Luc", "familyName", "Roy"}, "note", "Parent de Ana MORALES");
        UUID organisation = UUID.fromString(union.substring(union.lastIndexOf('/') + 1));
        UUID other = UUID.fromString(luc.substring(luc.lastIndexOf('/') + 1));
        db.sql("""
                        UPDATE directory.people_organisation SET version = version + 1,
                               contact_points = jsonb_set(contact_points, '{0,label}', '"bureau d’Ana Morales"') WHERE id = ?
                        """).param(organisation).update();
        organisation("Local du quai", "note", "Ana Morales préside");
        db.sql(
                        "UPDATE directory.people_organisation SET version = version + 1, note = 'Sans présidence' WHERE note LIKE '%préside'")
                .update();
        db.sql("""
                        INSERT INTO directory.people_function (id, person, organisation, title)
                        VALUES (gen_random_uuid(), ?, ?, 'Adjoint d’Ana Morales')
                        """).params(other, organisation).update();
        db.sql("""
                        INSERT INTO resources.dues_arrangement (id, organisation, address, instance, note)
                        VALUES (gen_random_uuid(), ?, 'a/s Ana Morales, 12, rue du Port', 'Exécutif (Ana Morales)', 'ana@exemple.org')
                        """).param(organisation).update();
        db.sql("""
                        INSERT INTO platform.idempotency_answer (sender, key, request, answered_at, status, location, body)
                        VALUES (:hash, 'ana', :hash, now(), 201, '/x', '{"givenName":"Ana","pronoun":null,"familyName":"Morales"}'),
                               (:hash, 'luc', :hash, now(), 201, '/y', '{"givenName":"Luc"}')
                        """).param("hash", new byte[32]).update();

        assertThat(get(ana + "/forget").getResponse().getContentAsString()).contains("lignes de banque", "factures");
        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);
        queued.runAll();

        assertThat(db.sql(
                                "SELECT note || (contact_points -> 0 ->> 'label') FROM directory.people_organisation WHERE id = ?")
                        .param(organisation)
                        .query(String.class)
                        .single())
                .isEqualTo("Demander [retiré]bureau d’[retiré]");
        assertThat(db.sql("SELECT p.note || f.title FROM directory.people_person p JOIN directory.people_function f"
                                + " ON f.person = p.id WHERE p.id = ?")
                        .param(other)
                        .query(String.class)
                        .single())
                .isEqualTo("Parent de [retiré]Adjoint d’[retiré]");
        assertThat(db.sql("SELECT address || instance || note FROM resources.dues_arrangement WHERE organisation = ?")
                        .param(organisation)
                        .query(String.class)
                        .single())
                .isEqualTo("a/s [retiré], 12, rue du PortExécutif ([retiré])[retiré]");
        assertThat(db.sql("SELECT body FROM platform.idempotency_answer WHERE key IN ('ana', 'luc') ORDER BY key")
                        .query(String.class)
                        .list())
                .containsExactly("{}", "{\"givenName\":\"Luc\"}");
        assertThat(db.sql("""
                        SELECT count(*) FROM platform.audit_entry
                        WHERE (coalesce(before::text, '') || coalesce(after::text, '')) ~* 'ana morales|morales ana'
                        """).query(Long.class).single()).isZero();
        db.sql("DELETE FROM resources.dues_arrangement").update();
    }
}
