package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job removes an erased person's name from stored files, and knows the name only until it ends. */
@ModuleTest
class ErasureInFilesTest extends DirectoryPagesFixture {

    @Autowired
    private JobTestRunner queued;

    @BeforeEach
    void noFiles() {
        queued.runAll();
        db.sql("DELETE FROM platform.document").update();
    }

    @Test
    void rewritesOrListsFilesAndKeepsPapersOfMeetings() throws Exception {
        String ana = add(
                PERSONS,
                new String[] {"givenName", "Ana", "familyName", "Morales"},
                "point",
                "ana@exemple.org",
                "point",
                "514 555-0188");
        organisation("Syndicat du Vieux-Port", "point", "514 555-0188");
        UUID list = file("plan.realisation", "text/csv", "ANA Morales;ana@exemple.org;514 555-0188");
        UUID cells = file(null, "text/csv", "Morales;ANA;ana@exemple.org");
        UUID minutes = file("outreach.assembly", "text/plain", "Proposé par Ana Morales");
        UUID old = file(null, "application/msword", "Lettre d’Ana Morales");
        UUID mail = file(null, "text/plain", mail("Bonjour Ana Morales"));
        UUID other = file(null, "text/plain", mail("Bonjour à toutes"));

        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);
        assertThat(get(ana).getResponse().getContentAsString()).contains("retire encore son nom");
        assertThat(db.sql(
                                "SELECT to_jsonb(f)::text || coalesce(r.parameters::text, '') FROM directory.people_forgetting f"
                                        + " JOIN platform.jobs_run r ON r.once_key = f.person::text")
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase("morales");
        queued.runAll();

        assertThat(text(list))
                .as("an office number belongs to other people too")
                .isEqualTo("[retiré];[retiré];514 555-0188");
        assertThat(text(minutes)).isEqualTo("Proposé par Ana Morales");
        assertThat(text(cells)).isEqualTo("Morales;ANA;ana@exemple.org");
        assertThat(get(ana).getResponse().getContentAsString())
                .contains("/platform/document/" + old, "/platform/document/" + mail, "/platform/document/" + cells)
                .doesNotContain("retire encore", minutes.toString(), other.toString());
        assertThat(mvc.get().uri(ana).with(visitors.as(Role.STAFF)).exchange())
                .as("users without the erasure permission see no name in any file")
                .hasStatusOk()
                .bodyText()
                .doesNotContain(old.toString());
        assertThat(db.sql("SELECT count(*) FROM directory.people_forgetting WHERE sealed IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A file that is closed is listed; a job that failed is neither called under way nor done, and goes on. */
    @Test
    void listsFilesNotReadInFullAndGoesOnAfterAFailure() throws Exception {
        String ana = add(PERSONS, new String[] {"givenName", "Ana", "familyName", "Morales"});
        UUID closed = file(null, "application/pdf", "%PDF-1.7 x %%EOF");
        UUID note = file(null, "text/plain", "Avec Ana Morales");
        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);
        db.sql("UPDATE platform.jobs_run SET state = 'FAILED' WHERE kind = 'people.forget.files' AND state = 'QUEUED'")
                .update();
        assertThat(get(ana).getResponse().getContentAsString())
                .contains("n’est pas allé jusqu’au bout")
                .doesNotContain("retire encore");
        assertThat(post(ana + "/forget/retry")).hasStatus(303);
        assertThat(get(ana).getResponse().getContentAsString())
                .contains("retire encore")
                .doesNotContain("n’est pas allé jusqu’au bout");
        queued.runAll();
        assertThat(text(note)).isEqualTo("Avec [retiré]");
        assertThat(get(ana).getResponse().getContentAsString())
                .contains("n’ont pas pu être lus en entier", "/platform/document/" + closed)
                .doesNotContain("retire encore", "jusqu’au bout");
    }

    /** A family name that holds both of the person's names is no text that still names the person. */
    @Test
    void leavesOthersWhoseNamesHoldBothNames() throws Exception {
        String ysoria = add(PERSONS, new String[] {"givenName", "Ysoria", "familyName", "Vémérande"});
        add(PERSONS, new String[] {"givenName", "Lise", "familyName", "Vémérande-Ysoria"});
        add(PERSONS, new String[] {"givenName", "Ysoria", "familyName", "Vémérande-Roy"});
        UUID list = file("plan.realisation", "text/csv", "Avec Lise Vémérande-Ysoria; Luc;Ysoria;Vémérande");
        assertThat(post(ysoria + "/forget", "version", "1", "understood", "true"))
                .hasStatus(303);
        queued.runAll();
        assertThat(text(list)).isEqualTo("Avec Lise Vémérande-Ysoria; Luc;Ysoria;Vémérande");
        assertThat(get(ysoria).getResponse().getContentAsString()).doesNotContain("Son nom entier reste");
    }

    /** A name of one word is other people's too. */
    @Test
    void leavesANameOfOneWordInTexts() {
        String gwendoline = add(PERSONS, new String[] {"givenName", "Gwendoline", "familyName", ""});
        String other = add(
                PERSONS,
                new String[] {"givenName", "Gwendoline", "familyName", "Saucier", "note", "Gwendoline rappelle"});
        UUID list = file("plan.realisation", "text/csv", "Gwendoline;Saucier\nGwendoline;Roy");
        assertThat(post(gwendoline + "/forget", "version", "1", "understood", "true"))
                .hasStatus(303);
        queued.runAll();
        assertThat(db.sql("SELECT note FROM directory.people_person WHERE id = ?")
                        .param(UUID.fromString(other.substring(other.lastIndexOf('/') + 1)))
                        .query(String.class)
                        .single())
                .isEqualTo("Gwendoline rappelle");
        assertThat(text(list)).isEqualTo("Gwendoline;Saucier\nGwendoline;Roy");
    }

    /** As at sealing; a text about another person stays. */
    @Test
    void redactsOrdinarySpellingsInTextsAndHistory() {
        String ana = add(PERSONS, new String[] {"givenName", "Ana", "familyName", "Morales"});
        String union = organisation("Syndicat du Quai");
        UUID id = UUID.fromString(union.substring(union.lastIndexOf('/') + 1));
        db.sql("UPDATE directory.people_organisation SET note = ? WHERE id = ?")
                .params("Voir **Ana** Morales, Ana%20Morales et Anabelle Moralesi", id)
                .update();
        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);
        queued.runAll();
        assertThat(db.sql("SELECT note FROM directory.people_organisation WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Voir **[retiré]**, [retiré] et Anabelle Moralesi");
        assertThat(db.sql(
                                "SELECT count(*) FROM platform.audit_entry WHERE row_id = ? AND after::text ~ 'Ana(%20|.. )Morales'")
                        .param(id.toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** After the job, the page tells only what is so; a file's name and a kept answer lose the name in any spelling. */
    @Test
    void tellsHowManyTextsStillNameHerAndWhere() throws Exception {
        String ana = add(PERSONS, new String[] {"givenName", "Ana", "familyName", "Morales"});
        UUID named = file(null, "text/plain", "x");
        db.sql("UPDATE platform.document SET name = 'CV ANA%20MORALES (final).txt' WHERE id = ?")
                .param(named)
                .update();
        db.sql("""
                        INSERT INTO plan.realisation (id, state, title, kind, starts_on, ends_on, recorded_by, recorded_at)
                        VALUES (gen_random_uuid(), 'DONE', 'Atelier Ana Morales', 'PUBLICATION', DATE '2026-05-04', DATE '2026-05-04',
                                gen_random_uuid(), now())
                        """).update();
        db.sql("""
                        INSERT INTO platform.idempotency_answer (sender, key, request, answered_at, status, body)
                        VALUES (sha256('x'), 'ana', sha256('x'), now(), 201, '{"name":"Ana_Morales.txt"}')
                        """).update();
        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);
        assertThat(get(ana).getResponse().getContentAsString())
                .doesNotContain("ne la nomme pas", "n’a plus rien trouvé");
        queued.runAll();
        assertThat(db.sql("SELECT name FROM platform.document")
                        .query(String.class)
                        .list())
                .containsExactly("CV [retiré] (final).txt");
        assertThat(db.sql("SELECT body FROM platform.idempotency_answer WHERE key = 'ana'")
                        .query(String.class)
                        .single())
                .doesNotContain("Morales");
        assertThat(get(ana).getResponse().getContentAsString()).contains("Une réalisation\u00a0: 1");
        assertThat(mvc.get().uri(ana).with(visitors.as(Role.STAFF)).exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Une réalisation");
        db.sql("DELETE FROM plan.realisation").update();
        db.sql("DELETE FROM platform.idempotency_answer").update();
    }

    /** An address within a longer one, an office number and a longer name are left, at once and by the job. */
    @Test
    void addressOfAnotherPersonStays() {
        String note = "paul.ana@exemple.org, 514 555-0199, Luc Ana Morales";
        String luc = add(
                PERSONS,
                new String[] {"givenName", "Luc", "familyName", "Vaskz"},
                "point",
                "514 555-0199",
                "note",
                note);
        String ana = add(
                PERSONS,
                new String[] {"givenName", "Ana", "familyName", "Morales"},
                "point",
                "ana@exemple.org",
                "point",
                "514 555-0199");
        UUID id = UUID.fromString(luc.substring(luc.lastIndexOf('/') + 1));
        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);
        queued.runAll();
        assertThat(db.sql("SELECT note FROM directory.people_person WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(note);
    }

    /** A mail kept as a text, with its sentence in Base64. */
    private static String mail(String sentence) {
        String encoded = Base64.getEncoder().encodeToString(sentence.getBytes(StandardCharsets.UTF_8));
        return "Subject: Note\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n";
    }

    private UUID file(@Nullable String owner, String mediaType, String text) {
        UUID document = UUID.randomUUID();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        db.sql("""
                        INSERT INTO platform.document (id, name, media_type, bytes, sha256, owner, uploaded_by, uploaded_at)
                        VALUES (:id, 'fichier', :type, :bytes, sha256(:content), :owner, :id, now())
                        """)
                .param("id", document)
                .param("type", mediaType)
                .param("bytes", bytes.length)
                .param("content", bytes)
                .param("owner", owner == null ? null : owner + "/" + UUID.randomUUID())
                .update();
        db.sql("INSERT INTO platform.document_chunk (document, rendition, number, bytes) VALUES (?, 'CONTENT', 0, ?)")
                .params(document, bytes)
                .update();
        return document;
    }

    private String text(UUID document) {
        return db.sql("SELECT convert_from(bytes, 'UTF8') FROM platform.document_chunk WHERE document = ?")
                .param(document)
                .query(String.class)
                .single();
    }
}
