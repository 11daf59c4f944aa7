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
import org.convergence.platform.backup.BackupService;
import org.convergence.platform.shell.TextCheck;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** The sweep also finds a name split in two, or present only in a file. */
@ModuleTest
class SweepEverywhereTest extends SweepFixture {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Autowired
    private BackupService backups;

    @Autowired
    private TextCheck entries;

    @Test
    void findsNameSplitOverTwoCellsOrFields() throws Exception {
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
                .as("no row of hers is kept, so that no column moves")
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
    void rewritesWindowsFileAndListsBackupThatNamesPersonInAFile() {
        UUID file = file("liste.csv", "Nom;Fonction\nCitlali Bojórquez;Déléguée\n".getBytes(WINDOWS));
        queued.run(backup());
        add();
        seal();
        assertThat(new String(bytes(file), WINDOWS)).isEqualTo("Nom;Fonction\nSittelle;Déléguée\n");
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her).text())
                .contains("Ces sauvegardes gardent son nom", "convergence-");
    }

    @Test
    void rewritesLaterFilesAtNight() {
        add();
        seal();
        UUID file = file("note.txt", "Avec Citlali Bojórquez".getBytes(StandardCharsets.UTF_8));
        night();
        assertThat(new String(bytes(file), StandardCharsets.UTF_8)).isEqualTo("Avec Sittelle");
    }

    @Test
    void keepsTheNumberThatAnotherPersonWritesWithItsPrefix() {
        add("Citlali", "Bojórquez", "point", "438 555-0177");
        seal();
        post(Role.STAFF, PERSONS + "/new", "givenName", "Nora", "familyName", "Tremblette", "point", "+14385550177");
        night();
        assertThat(db.sql(
                                "SELECT contact_points -> 0 ->> 'value' FROM directory.people_person WHERE given_name = 'Nora'")
                        .query(String.class)
                        .single())
                .isEqualTo("+14385550177");
    }

    @Test
    void refusesAtEntryWhatTheSweepReplacesWithCertainty() {
        add();
        seal();
        for (String text : List.of("Citlali_Bojórquez", "Citlali%20Boj%C3%B3rquez", "Citlali-Bojorquez")) {
            assertThat(CurrentActor.callAs(visitors.actor(Role.STAFF), () -> entries.findProblem(text)))
                    .as(text)
                    .isPresent();
        }
    }

    @Test
    void searchesAtOnceForANameAddedToTheIdentity() {
        insertDay("Journée de Xelha Ik", "");
        add();
        seal();
        String version = String.valueOf(db.sql("SELECT version FROM directory.protection_vault")
                .query(Integer.class)
                .single());
        assertThat(post(
                        Role.STAFF,
                        "/directory/protection/persons/" + her + "/correct",
                        "version",
                        version,
                        "givenName",
                        "Citlali",
                        "familyName",
                        "Bojórquez",
                        "otherNames",
                        "Xelha Ik"))
                .hasStatus(303);
        queued.runAll();
        assertThat(days()).containsExactly("Journée de Sittelle");
    }

    @Test
    void sealPageSaysThatDoubtfulPlacesAreListed() {
        add();
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her + "/seal")
                        .text())
                .contains("Là où ce pourrait être quelqu’un d’autre, rien n’est remplacé");
    }

    @Test
    void saysHowManyPlacesFollowThoseShown() {
        for (int i = 0; i < 43; i++) {
            file("note" + i + ".txt", "Merci Ilhuitl, à demain".getBytes(StandardCharsets.UTF_8));
        }
        add("Ilhuitl", "Xocotzin");
        seal();
        String url = "/directory/protection/persons/" + her;
        assertThat(page(Role.STAFF, url).text())
                .contains("À 43 endroits", "3 autres endroits suivront quand vous aurez décidé de ceux-ci.")
                .contains("aucun des 43 endroits écrits ainsi");
        String alike =
                page(Role.STAFF, url).select("form[action$=/leave-alike]").attr("action");
        assertThat(post(Role.STAFF, alike)).hasStatus(303);
        assertThat(page(Role.STAFF, url).text()).contains("Aucun endroit trouvé n’attend de décision");
    }

    @Test
    void whichFilesStillNameHerIsForThoseOnHerListAlone() {
        UUID old = file("lettre.doc", "Citlali Bojórquez".getBytes(WINDOWS));
        add();
        seal();
        String url = "/directory/protection/persons/" + her;
        makeStaffOpener();
        assertThat(page(Role.STAFF, url).html()).contains("/platform/document/" + old + "\">lettre.doc</a>");
        assertThat(page(Role.COORDINATOR, url).text()).contains("Un fichier la nomme encore");
        assertThat(page(Role.COORDINATOR, url).html()).doesNotContain(old.toString());
    }

    @Test
    void givesASecondEqualRowANumber() {
        insertDay("Avec Citlali Bojórquez", "");
        insertDay("Avec Citlali  Bojórquez", "");
        insertDay("Avec Citlali_Bojórquez", "");
        add();
        seal();
        assertThat(days()).containsExactly("Avec Sittelle", "Avec Sittelle (2)", "Avec Sittelle (3)");
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her).text())
                .as("one by the first step, two by the search, two in the history")
                .contains("5 textes récrits");
    }

    @Test
    void keepsTheEndOfATextAtItsLimit() {
        insertDay("Al Ba " + "x".repeat(188) + "FINFIN", "");
        add("Al", "Ba");
        seal();
        assertThat(days())
                .singleElement()
                .satisfies(name -> assertThat(name)
                        .hasSizeLessThanOrEqualTo(200)
                        .startsWith("Sittelle xxx")
                        .contains("…")
                        .endsWith("FINFIN"));
    }

    @Test
    void keepsHistoryInWhichHerNameIsPartOfAnotherWord() {
        insertDay("Soirée", "Au Royal Bar");
        db.sql("UPDATE plan.observance SET note = 'ailleurs'").update();
        insertDay("Visite", "Avec Al Ba");
        db.sql("UPDATE plan.observance SET note = 'seule' WHERE name = 'Visite'")
                .update();
        add("Al", "Ba");
        seal();
        assertThat(db.sql("SELECT before ->> 'note' AS note FROM platform.audit_change"
                                + " WHERE table_name = 'plan.observance' AND operation = 'UPDATE'")
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .list())
                .contains("Au Royal Bar")
                .doesNotContain("Avec Al Ba");
    }

    @Test
    void oneNumberLikeHersKeepsNoHistoryInClear() throws Exception {
        insertDay("Visite", "Avec Citlali_Bojórquez");
        db.sql("UPDATE plan.observance SET note = 'seule'").update();
        asOwner("INSERT INTO platform.audit_entry (actor_label, gesture, table_name, row_id, operation, after) VALUES"
                + " ('x', 'x', 'plan.observance', 'x', 'INSERT', '{\"amount\": 4385550177.00, \"note\": \"x\"}')");
        add("Citlali", "Bojórquez", "point", "438 555-0177");
        seal();
        assertThat(db.sql("SELECT concat(before, after) FROM platform.audit_change"
                                + " WHERE row_id IN ('x', (SELECT CAST(id AS text) FROM plan.observance))")
                        .query(String.class)
                        .list())
                .noneMatch(said -> said.contains("Citlali"))
                .anyMatch(said -> said.contains("4385550177.00"));
    }

    @Test
    void oneRefusedRowKeepsNoOtherInClear() throws Exception {
        insertDay("Al_Ba " + "x".repeat(194), "");
        insertDay("Visite Al_Ba", "");
        insertDay("Soirée Al_Ba", "Avec Al_Ba");
        add("Al", "Ba");
        asOwner("ALTER TABLE plan.observance ADD CONSTRAINT observance_test CHECK (note NOT LIKE '%Sittelle%')");
        try {
            seal();
        } finally {
            asOwner("ALTER TABLE plan.observance DROP CONSTRAINT observance_test");
        }
        assertThat(days())
                .hasSize(3)
                .noneMatch(name -> name.contains("Al_Ba"))
                .contains("Visite Sittelle", "Soirée Sittelle");
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her).text())
                .contains("Une règle garde ce texte tel quel, avec son nom.");
    }

    @Test
    void longerNameOfAnotherPersonStays() {
        post(Role.STAFF, PERSONS + "/new", "givenName", "Anne Ixchel", "familyName", "Roblès");
        insertDay("Fête d’Anne Ixchel Roblès", "Avec Ixchel Roblès");
        add("Ixchel", "Roblès");
        seal();
        assertThat(days()).containsExactly("Fête d’Anne Ixchel Roblès");
        assertThat(db.sql("SELECT note FROM plan.observance")
                        .query(String.class)
                        .single())
                .isEqualTo("Avec Sittelle");
    }

    /** At once, and by the search that follows: longer addresses, and those of another record too. */
    @Test
    void addressOfAnotherPersonStays() {
        String note =
                "Écrire à c.cb@exemple.org, à +33 450 555-0101 ou à bureau@exemple.org, avec Anne Citlali Bojórquez";
        add("Anne", "Vaskz", "point", "bureau@exemple.org", "note", note);
        insertDay("Visite", note + "\n\ncb@exemple.org, 450 555-0101");
        add("Citlali", "Bojórquez", "point", "cb@exemple.org", "point", "450 555-0101", "point", "bureau@exemple.org");
        seal();
        assertThat(db.sql("SELECT note FROM plan.observance UNION ALL SELECT note FROM directory.people_person"
                                + " WHERE given_name = 'Anne'")
                        .query(String.class)
                        .list())
                .containsExactly(note + "\n\nSittelle, Sittelle", note);
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her).text())
                .contains("Son adresse ou son numéro", "Ses noms, entre ceux d’autres personnes");
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
        CurrentActor.runAs(Actor.system("test"), () -> run[0] = backups.requestBackup());
        return run[0];
    }
}
