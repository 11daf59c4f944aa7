package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.backup.Backups;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.platform.jobs.Recurring;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** Where her name is cut in two, or stands in a file alone, the work after her sealing finds it as well. */
@ModuleTest
class SweepEverywhereTest extends ProtectionFixture {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Autowired
    private QueuedJobs queued;

    @Autowired
    private Backups backups;

    @Autowired
    private List<Recurring> recurring;

    private UUID her = new UUID(0, 0);

    @BeforeEach
    void someone() {
        for (String table : new String[] {"sweep", "gesture", "opener", "consent", "mark", "vault"}) {
            db.sql("DELETE FROM directory.protection_" + table).update();
        }
        db.sql("DELETE FROM directory.people_alias").update();
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("DELETE FROM platform.imports_file").update();
        db.sql("DELETE FROM platform.document").update();
    }

    @Test
    void whoStandsInTwoCellsOfAListOrTwoFieldsOfAnAnswerIsFound() throws Exception {
        add();
        bringIn("Nom;Prénom;Courriel\nBojórquez;Citlali;\nRoy;Luc;luc@exemple.org\n");
        bringIn("Bojorquez;CITLALI;\nRoy;Luc;luc@exemple.org\n");
        db.sql(
                        "UPDATE platform.imports_file SET head = '[\"Bojorquez\", \"CITLALI\", \"x\"]' WHERE head::text LIKE '%CITLALI%'"
                                + " OR head::text NOT LIKE '%Nom%'")
                .update();
        byte[] hash = new byte[32];
        db.sql("""
                        INSERT INTO platform.idempotency_answer (sender, key, request, answered_at, status, body)
                        VALUES (:hash, 'split', :hash, now(), 201, '{"familyName":"Bojórquez","givenName":"Citlali"}')
                        """).param("hash", hash).update();
        seal();

        assertThat(db.sql("SELECT cells::text FROM platform.imports_row WHERE cells::text ~* 'citlali'")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(db.sql("SELECT count(*) FROM platform.imports_row WHERE cells = '[]'")
                        .query(Long.class)
                        .single())
                .as("nothing of her rows is kept, so that no column moves")
                .isPositive();
        assertThat(db.sql("SELECT head::text FROM platform.imports_file ORDER BY head::text")
                        .query(String.class)
                        .list())
                .containsExactly("[\"\", \"\", \"\"]", "[\"Nom\", \"Prénom\", \"Courriel\"]");
        assertThat(db.sql("SELECT body FROM platform.idempotency_answer WHERE key = 'split'")
                        .query(String.class)
                        .single())
                .isEqualTo("{}");
    }

    @Test
    void aFileOfWindowsIsWrittenAnewAndABackupThatNamesHerInAFileAloneIsListed() {
        UUID file = file("liste.csv", "Nom;Prénom;Fonction\nBojórquez;Citlali;Déléguée\n".getBytes(WINDOWS));
        queued.run(backup());
        add();
        seal();
        assertThat(new String(bytes(file), WINDOWS)).isEqualTo("Nom;Prénom;Fonction\nSittelle;;Déléguée\n");
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her).text())
                .contains("Ces sauvegardes gardent son nom", "convergence-");
    }

    @Test
    void aFileThatComesInLaterIsWrittenAnewInTheNight() {
        add();
        seal();
        UUID file = file("note.txt", "Avec Citlali Bojórquez".getBytes(StandardCharsets.UTF_8));
        recurring.stream()
                .filter(each -> each.name().equals("protection.sweep"))
                .forEach(each -> CurrentActor.runAs(Actor.system("test"), each::run));
        queued.runAll();
        assertThat(new String(bytes(file), StandardCharsets.UTF_8)).isEqualTo("Avec Sittelle");
    }

    @Test
    void whichFilesStillNameHerIsForThoseOnHerListAlone() {
        UUID old = file("lettre.doc", "Citlali Bojórquez".getBytes(WINDOWS));
        add();
        seal();
        String url = "/directory/protection/persons/" + her;
        db.sql("DELETE FROM directory.protection_opener").update();
        db.sql("INSERT INTO directory.protection_opener (person, account) VALUES (?, ?)")
                .params(her, id(Role.STAFF))
                .update();
        assertThat(page(Role.STAFF, url).html()).contains("/platform/document/" + old);
        assertThat(page(Role.COORDINATOR, url).text()).contains("Un fichier la nomme encore");
        assertThat(page(Role.COORDINATOR, url).html()).doesNotContain(old.toString());
    }

    private void add() {
        String added =
                String.valueOf(post(Role.STAFF, PERSONS + "/new", "givenName", "Citlali", "familyName", "Bojórquez")
                        .getResponse()
                        .getRedirectedUrl());
        her = UUID.fromString(added.substring(added.lastIndexOf('/') + 1));
    }

    private void seal() {
        String url = "/directory/protection/persons/" + her + "/seal";
        assertThat(post(Role.STAFF, url, "version", "1", "codeName", "Sittelle", "understood", "true"))
                .hasStatus(303);
        queued.runAll();
    }

    private void bringIn(String list) {
        assertThat(mvc.post()
                        .uri("/directory/people/imports")
                        .multipart()
                        .file(new MockMultipartFile("file", "m.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)))
                        .param("subject", "PERSONS")
                        .with(csrf())
                        .with(visitors.as(Role.COORDINATOR))
                        .exchange())
                .hasStatus(303);
    }

    private UUID backup() {
        UUID[] run = {her};
        CurrentActor.runAs(Actor.system("test"), () -> run[0] = backups.make());
        return run[0];
    }

    private UUID file(String name, byte[] bytes) {
        UUID document = UUID.randomUUID();
        db.sql("""
                        INSERT INTO platform.document (id, name, media_type, bytes, sha256, uploaded_by, uploaded_at)
                        VALUES (:id, :name, :type, :bytes, sha256(:content), :id, now())
                        """)
                .param("id", document)
                .param("name", name)
                .param(
                        "type",
                        name.endsWith("csv") ? "text/csv" : name.endsWith("doc") ? "application/msword" : "text/plain")
                .param("bytes", bytes.length)
                .param("content", bytes)
                .update();
        db.sql("INSERT INTO platform.document_chunk (document, rendition, number, bytes) VALUES (?, 'CONTENT', 0, ?)")
                .params(document, bytes)
                .update();
        return document;
    }

    private byte[] bytes(UUID document) {
        return db.sql("SELECT bytes FROM platform.document_chunk WHERE document = ? ORDER BY number")
                .param(document)
                .query(byte[].class)
                .single();
    }
}
