package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.shell.TextCheck;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** A repeated import, a merge, an access file and an erasure: the protected person stays under the code name. */
@ModuleTest
class RecognitionPagesTest extends ProtectionFixture {

    private static final String LIST = """
            Nom;Prénom;Courriel;Organisation;Fonction
            Quintanilla;Yesenia;autre@exemple.org;Syndicat du port;Présidente
            Paz;Marisol;marisol@exemple.org;Syndicat du port;Trésorière
            Q.;Yesenia;YESENIA@exemple.org;Syndicat du port;
            Roy;Luc;yesenia@exemple.org;Syndicat du port;
            """;

    @Autowired
    private JobTestRunner queued;

    private String colibri = "";

    @BeforeEach
    void sheIsProtected() {
        for (String table : new String[] {"mention", "sweep", "gesture", "opener", "consent", "mark", "vault"}) {
            db.sql("DELETE FROM directory.protection_" + table).update();
        }
        db.sql("DELETE FROM platform.imports_file").update();
        db.sql("DELETE FROM directory.people_alias").update();
        db.sql("DELETE FROM directory.people_person").update();
        colibri = enter("Colibri", "Yesenia", "Quintanilla", "mails", "yesenia@exemple.org");
    }

    @Test
    void repeatedImportSkipsProtectedPersonAndStoresNothing() {
        var read = mvc.post()
                .uri("/directory/people/imports")
                .multipart()
                .file(new MockMultipartFile("file", "membres.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)))
                .param("subject", "PERSONS")
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
        assertThat(read).hasStatus(303);
        String url = String.valueOf(read.getResponse().getRedirectedUrl());
        assertThat(db.sql("SELECT count(*) FROM platform.imports_row WHERE cells::text ~* 'quintanilla|\"yesenia\"'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(page(Role.COORDINATOR, url).text()).contains("protégée").doesNotContain("Quintanilla");
        assertThat(post(Role.COORDINATOR, url + "/run", "version", "1")).hasStatus(303);
        queued.runAll();
        assertThat(db.sql("SELECT display_name FROM directory.people_person ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("Colibri", "Luc Roy", "Marisol Paz");
        assertThat(page(Role.STAFF, colibri).text()).contains("saisi ailleurs");
    }

    @Test
    void namingProtectedPersonElsewhereRevealsNoCodeName() {
        String sterne = enter("Sterne", "Marisol", "Paz");
        db.sql("DELETE FROM platform.mail_message").update();
        String add = PERSONS + "/new";
        for (int time = 0; time < 2; time++) {
            assertThat(post(Role.COORDINATOR, add, "givenName", "Yesenia", "familyName", "Quintanilla"))
                    .hasStatus(422);
            assertThat(post(Role.COORDINATOR, add, "givenName", "Marisol", "familyName", "Paz"))
                    .hasStatus(422);
        }
        for (String each : new String[] {colibri, sterne}) {
            assertThat(page(Role.COORDINATOR, each).text()).doesNotContain("saisi ailleurs");
            assertThat(page(Role.COORDINATOR, each + "/seen").text()).doesNotContain("saisi ailleurs");
            assertThat(page(Role.STAFF, each).text()).contains("saisi ailleurs");
            assertThat(page(Role.STAFF, each + "/seen").text()).contains("saisi ailleurs");
        }
        assertThat(letters())
                .as("once a day, without a code name that could be linked to the name")
                .singleElement()
                .asString()
                .contains("salome@", "nommée ailleurs")
                .doesNotContain("Colibri", "Sterne", "Yesenia", "Marisol", "persons");
    }

    @ParameterizedTest
    @CsvSource({
        "Yеsеniа, Quіntаnіllа",
        "Y e s e n i a, Q u i n t a n i l l a",
        "y-e-s-e-n-i-a, QUINTANILLA",
        "ʏᴇꜱᴇɴɪᴀ, Qᴜɪɴᴛᴀɴɪʟʟᴀ"
    })
    void recognisesDisguisedNameAtEntry(String given, String family) {
        assertThat(post(Role.COORDINATOR, PERSONS + "/new", "givenName", given, "familyName", family))
                .hasStatus(422);
        assertThat(page(Role.STAFF, colibri).text()).contains("saisi ailleurs");
    }

    @Test
    void refusesTextsThatNameTheProtectedPerson() {
        var refused = post(
                Role.COORDINATOR,
                "/directory/people/organisations/new",
                "name",
                "Syndicat du port",
                "note",
                "Demander à Yesenia  QUINTANILLA, puis relire");
        assertThat(refused).hasStatus(422);
        assertThat(document(refused).text())
                .contains("Ce texte porte le nom d’une personne sous protection")
                .contains("Demander à Yesenia");
        assertThat(page(Role.STAFF, colibri).text()).contains("saisi ailleurs");
        var other = post(
                Role.COORDINATOR,
                "/directory/people/organisations/new",
                "name",
                "Syndicat du port",
                "note",
                "Demander à Yesenia Torres et à Luc Quintanilla");
        assertThat(document(other).text()).doesNotContain("Ce texte porte le nom");
        assertThat(mvc.get()
                        .uri("/directory/people/organisations?q=Yesenia Quintanilla")
                        .with(visitors.as(Role.COORDINATOR))
                        .exchange())
                .as("a search is not stored")
                .hasStatusOk();
    }

    @Autowired
    private TextCheck names;

    @Test
    void refusesNoTextOfAVisitorNorOnePublishedWithConsent() {
        assertThat(problem(visitors.actor(Role.COORDINATOR))).contains("protection.text.named");
        assertThat(problem(Actor.VISITOR)).as("a refusal would tell it").isEmpty();
        db.sql("""
                        INSERT INTO directory.protection_consent (id, person, use, given_by, how, given_on, until, recorded_by,
                                                                  recorded_label, recorded_at)
                        SELECT gen_random_uuid(), id, 'PUBLIC', 'HERSELF', 'Par écrit', current_date - 9, current_date + 9, id,
                               'Camille', now()
                          FROM directory.people_person""").update();
        assertThat(problem(visitors.actor(Role.COORDINATOR))).isEmpty();
        db.sql("UPDATE directory.protection_consent SET until = current_date - 2")
                .update();
        assertThat(problem(visitors.actor(Role.COORDINATOR))).isPresent();
    }

    private Optional<String> problem(Actor author) {
        return problem(author, "Merci à Yesenia Quintanilla");
    }

    private Optional<String> problem(Actor author, String text) {
        return CurrentActor.callAs(author, () -> names.findProblem(text));
    }

    @Test
    void acceptsTheLongerNameOfAnotherPerson() {
        assertThat(post(Role.COORDINATOR, PERSONS + "/new", "givenName", "Luz Yesenia", "familyName", "Quintanilla"))
                .hasStatus(303);
        Actor author = visitors.actor(Role.COORDINATOR);
        assertThat(problem(author, "Vu Luz Yesenia Quintanilla hier")).isEmpty();
        assertThat(problem(author, "Vu Yesenia Quintanilla-Roy hier")).isEmpty();
        assertThat(page(Role.STAFF, colibri).text()).doesNotContain("saisi ailleurs");
        assertThat(problem(author, "Vu Luz Yesenia Quintanilla et Yesenia Quintanilla hier"))
                .isPresent();
        assertThat(problem(author, "avec Quintanilla, Yesenia")).isPresent();
    }

    @Test
    void doesNotWarnPeopleOnListWhenTheyNameThePerson() {
        db.sql("DELETE FROM platform.mail_message").update();
        assertThat(post(Role.STAFF, PERSONS + "/new", "givenName", "Yesenia", "familyName", "Quintanilla"))
                .hasStatus(422);
        assertThat(page(Role.STAFF, colibri).text()).doesNotContain("saisi ailleurs");
        assertThat(letters()).isEmpty();
    }

    @Test
    void mergesTwoRecordsOnceBothAreSealed() {
        var add = post(Role.STAFF, PERSONS + "/new", "givenName", "Yesi", "familyName", "Quintana");
        String clear = String.valueOf(add.getResponse().getRedirectedUrl());
        String[] both = {"other", id(clear), "version", "1", "otherVersion", "1"};
        assertThat(post(Role.STAFF, record(colibri) + "/replace", both)).hasStatus(422);

        String sterne = "/directory/protection/persons/" + id(clear);
        assertThat(post(Role.STAFF, sterne + "/seal", "version", "1", "codeName", "Sterne"))
                .hasStatus(422);
        assertThat(post(Role.STAFF, sterne + "/seal", "version", "1", "codeName", "Sterne", "understood", "true"))
                .hasStatus(303);
        queued.runAll();
        both[5] = "2";
        assertThat(post(Role.COORDINATOR, record(colibri) + "/replace", both)).hasStatus(422);
        assertThat(post(Role.STAFF, record(colibri) + "/replace", both)).hasStatus(303);
        var opened = post(Role.STAFF, colibri + "/open", "reason", "Vérifier");
        assertThat(document(opened).text()).contains("Yesenia Quintanilla");
        assertThat(document(opened).select("[name=otherNames]").val()).contains("Yesi Quintana");
        assertThat(post(Role.STAFF, PERSONS + "/new", "givenName", "Yesi", "familyName", "Quintana", "anyway", "true"))
                .hasStatus(422);
    }

    @Test
    void onlyPeopleOnListExportPersonalData() {
        assertThat(post(Role.COORDINATOR, record(colibri) + "/access")).hasStatus(422);
        assertThat(post(
                        Role.STAFF,
                        colibri + "/list",
                        "openers",
                        id(Role.COORDINATOR).toString()))
                .hasStatus(303);
        assertThat(post(Role.COORDINATOR, record(colibri) + "/access")).hasStatus(200);
        assertThat(page(Role.COORDINATOR, colibri).text()).contains("Remise de ses renseignements");
    }

    @Test
    void erasedPersonIsInNoVaultAndNotRecognised() {
        String[] asked = {"version", "1", "understood", "true", "reason", "Elle le demande par écrit"};
        db.sql("UPDATE directory.protection_settings SET second = ?")
                .param(id(Role.BOARD_MEMBER))
                .update();
        db.sql("DELETE FROM platform.mail_message").update();
        String forget = record(colibri) + "/forget";
        assertThat(page(Role.COORDINATOR, forget).select("textarea[name=reason]"))
                .hasSize(1);
        assertThat(post(Role.COORDINATOR, forget, java.util.Arrays.copyOf(asked, 4)))
                .as("without a reason")
                .hasStatus(422);
        assertThat(post(Role.COORDINATOR, forget, asked))
                .as("a job that knows the person only from the vault still redacts texts")
                .hasStatus(422);
        queued.runAll();
        db.sql("DELETE FROM platform.mail_message").update();
        assertThat(post(Role.COORDINATOR, forget, asked)).hasStatus(303);
        assertThat(letters())
                .as("the people on the list, and the second person")
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter)
                        .contains("Colibri", "effacé pour de bon", "/reviews")
                        .doesNotContain("Yesenia", "par écrit"));
        assertThat(letters().toString()).contains("salome@", "raymonde@");
        assertThat(page(Role.BOARD_MEMBER, "/directory/protection/reviews").text())
                .contains("Effacement pour de bon", "Elle le demande par écrit", "C’est revu");
        UUID gesture = db.sql("SELECT id FROM directory.protection_gesture WHERE kind = 'FORGOTTEN'")
                .query(UUID.class)
                .single();
        assertThat(post(Role.COORDINATOR, "/directory/protection/reviews/" + gesture, "review", "Vu"))
                .as("people do not review their own actions")
                .hasStatus(422);
        assertThat(post(Role.BOARD_MEMBER, "/directory/protection/reviews/" + gesture))
                .as("the remark may be empty")
                .hasStatus(303);
        assertThat(db.sql(
                                "SELECT (SELECT count(*) FROM directory.protection_vault) + (SELECT count(*) FROM directory.protection_mark)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(post(Role.STAFF, PERSONS + "/new", "givenName", "Yesenia", "familyName", "Quintanilla"))
                .hasStatus(303);
    }

    @Test
    void refusesNewPeopleWithReplacedKeys() {
        db.sql("UPDATE directory.protection_ring SET mark = 'another'").update();
        assertThat(post(Role.STAFF, PERSONS + "/new", "givenName", "Ana", "familyName", "Morales"))
                .hasStatus(422);
        assertThat(page(Role.STAFF, "/directory/protection").text()).contains("fichier de secours");
        assertThat(post(Role.STAFF, "/directory/protection/keys-lost")).hasStatus(403);
        assertThat(post(Role.COORDINATOR, "/directory/protection/keys-lost")).hasStatus(303);
        assertThat(post(Role.COORDINATOR, "/directory/protection/keys-lost")).hasStatus(422);
        assertThat(post(Role.STAFF, PERSONS + "/new", "givenName", "Ana", "familyName", "Morales"))
                .hasStatus(303);
    }

    @Test
    void showsTheListToEveryone() {
        assertThat(page(Role.BOARD_MEMBER, "/directory/protection/mine").text())
                .contains("Qui peut me voir", "Salomé Ouellet", "coordonnées");
        assertThat(page(Role.STAFF, colibri + "/seen").text())
                .contains("Qui peut voir Colibri", "Mise sous protection", "Ce que cette personne peut demander")
                .doesNotContain("Votre nom", "vous pouvez demander");
    }

    private static String id(String url) {
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1)).toString();
    }
}
