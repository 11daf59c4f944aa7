package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** What fails in a sweep stops nothing else, is told, and is tried again. */
@ModuleTest
class SweepFailuresTest extends SweepFixture {

    /** A file that is too large, or fails, stops neither the other files nor the tables nor the backups. */
    @Test
    void oneFileThatFailsStopsNothingAndIsListed() throws Exception {
        byte[] large = new byte[9 << 20];
        Arrays.fill(large, (byte) ' ');
        large[0] = '<';
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(large);
        }
        UUID grand = file("grand.docx", out.toByteArray());
        byte[] text = "Avec Citlali Bojórquez".getBytes(StandardCharsets.UTF_8);
        file("refus.txt", text);
        UUID note = file("note.txt", text);
        insertDay("Journée Citlali_Bojórquez", "");
        add();
        asOwner("ALTER TABLE platform.document ADD CONSTRAINT document_test CHECK (name <> 'refus.txt' OR bytes > 20)");
        try {
            seal();
        } finally {
            asOwner("ALTER TABLE platform.document DROP CONSTRAINT document_test");
        }
        assertThat(new String(bytes(note), StandardCharsets.UTF_8)).isEqualTo("Avec Sittelle");
        assertThat(days()).containsExactly("Journée Sittelle");
        String url = "/directory/protection/persons/" + her;
        assertThat(page(Role.STAFF, url).html()).contains("/platform/document/" + grand + "\">grand.docx</a>");
        assertThat(page(Role.STAFF, url).text())
                .contains("Ces 2 fichiers n’ont pas pu être lus en entier et la nomment peut-être", "refus.txt")
                .doesNotContain("Le résultat paraîtra ici");
        assertThat(page(Role.STAFF, url).text()).contains("Chercher de nouveau");
        assertThat(post(Role.STAFF, url + "/sweep")).hasStatus(303);
        queued.runAll();
        assertThat(page(Role.STAFF, url).text()).contains("grand.docx").doesNotContain("refus.txt");
    }

    @Test
    void failedSweepSaysSoOnBothPagesAndIsTriedAgain() {
        add();
        seal();
        String url = "/directory/protection/persons/" + her;
        String undone = "Ce travail n’est pas allé jusqu’au bout";
        assertThat(page(Role.STAFF, url).text()).contains("Aucune sauvegarde").doesNotContain(undone);
        assertThat(page(Role.STAFF, "/").text()).doesNotContain("n’est peut-être pas retiré partout");
        db.sql("DELETE FROM directory.protection_sweep").update();
        db.sql("UPDATE directory.protection_vault SET sealed_at = sealed_at - interval '2 days' WHERE person = ?")
                .param(her)
                .update();
        db.sql("UPDATE platform.jobs_run SET state = 'FAILED' WHERE once_key = ?")
                .param(her.toString())
                .update();
        assertThat(page(Role.STAFF, url).text()).contains(undone).doesNotContain("paraîtra ici");
        assertThat(page(Role.STAFF, "/").text()).contains("n’est peut-être pas retiré partout");
        assertThat(post(Role.STAFF, url + "/sweep")).hasStatus(303);
        assertThat(page(Role.STAFF, url).text())
                .contains("Le résultat paraîtra ici")
                .doesNotContain(undone);
        queued.runAll();
        assertThat(page(Role.STAFF, url).text()).contains("Aucune sauvegarde").doesNotContain(undone);
    }
}
