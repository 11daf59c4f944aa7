package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protection on pages: a person is protected, opened with a reason, and named only by consent. */
@ModuleTest
class ProtectionPagesTest extends ProtectionFixture {

    @BeforeEach
    void nobody() {
        db.sql("DELETE FROM platform.mail_message").update();
        for (String table : new String[] {"mention", "sweep", "gesture", "opener", "consent", "mark", "vault"}) {
            db.sql("DELETE FROM directory.protection_" + table).update();
        }
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("UPDATE directory.protection_settings SET second = NULL").update();
    }

    @Test
    void showsProtectedPersonUnderCodeNameOnly() {
        String colibri =
                enter("Colibri", "Yesenia", "Quintanilla", "mails", "yesenia@exemple.org", "note", "Ne pas appeler");
        assertThat(page(Role.COORDINATOR, PERSONS).text()).contains("Colibri").doesNotContain("Quintanilla");
        assertThat(page(Role.COORDINATOR, record(colibri)).text())
                .contains("Colibri", "nom de code")
                .doesNotContain("Yesenia");
        assertThat(page(Role.COORDINATOR, colibri).text())
                .contains("Scellée", "n’a jamais paru", "Vous n’êtes pas sur sa liste")
                .doesNotContain("Yesenia");
        assertThat(page(Role.STAFF, "/directory/protection").text()).contains("Colibri", "vous aussi");
        assertThat(db.sql("SELECT sealed FROM directory.protection_vault")
                        .query(String.class)
                        .single())
                .doesNotContain("Yesenia");
    }

    @Test
    void peopleOnListOpenIdentityWithReasonAndOthersAreNotified() {
        String colibri = enter(
                "Colibri",
                "Yesenia",
                "Quintanilla",
                "openers",
                id(Role.COORDINATOR).toString());
        assertThat(letters())
                .hasSize(1)
                .first()
                .asString()
                .contains("camille@", "Colibri")
                .doesNotContain("Yesenia");

        assertThat(post(Role.COORDINATOR, colibri + "/open")).hasStatus(422);
        var opened = post(Role.COORDINATOR, colibri + "/open", "reason", "Préparer son visa");
        assertThat(opened).hasStatus(200);
        assertThat(document(opened).select("h1").text()).isEqualTo("Yesenia Quintanilla");
        assertThat(letters())
                .hasSize(2)
                .last()
                .asString()
                .contains("salome@", "Colibri")
                .doesNotContain("Yesenia", "visa");
        assertThat(page(Role.STAFF, colibri).text()).contains("Ouverture de l’identité", "Préparer son visa");
        assertThat(db.sql("SELECT count(*) FROM directory.protection_gesture WHERE alone")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void secondPersonReviewsActionOfTheOnlyOneOnList() {
        post(
                Role.COORDINATOR,
                "/directory/protection/settings",
                "version",
                version(),
                "second",
                id(Role.BOARD_MEMBER).toString());
        String colibri = enter("Colibri", "Yesenia", "Quintanilla");
        db.sql("DELETE FROM platform.mail_message").update();
        assertThat(post(Role.STAFF, colibri + "/open", "reason", "Elle a appelé à l’aide"))
                .hasStatus(200);
        assertThat(letters())
                .singleElement()
                .asString()
                .contains("raymonde@", "Colibri", "/reviews")
                .doesNotContain("Yesenia");

        assertThat(page(Role.BOARD_MEMBER, "/").text()).contains("Revoir ce qui a été fait pour Colibri");
        assertThat(page(Role.BOARD_MEMBER, "/directory/protection/reviews").text())
                .contains("Ouverture de l’identité", "Elle a appelé à l’aide", "Colibri");
        UUID opening = db.sql("SELECT id FROM directory.protection_gesture WHERE kind = 'OPENED'")
                .query(UUID.class)
                .single();
        assertThat(post(Role.BOARD_MEMBER, "/directory/protection/reviews/" + opening, "review", "Justifié"))
                .hasStatus(303);
        assertThat(page(Role.STAFF, colibri).text()).contains("Revu par", "Justifié");
        assertThat(post(Role.COORDINATOR, "/directory/protection/reviews/" + opening))
                .hasStatus(422);
        assertThat(mvc.get()
                        .uri("/directory/protection/reviews")
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void refusesPeopleOutsideTheList() {
        String colibri = enter("Colibri", "Yesenia", "Quintanilla");
        assertThat(post(Role.COORDINATOR, colibri + "/open", "reason", "Par curiosité"))
                .hasStatus(422);
        assertThat(post(
                        Role.COORDINATOR,
                        colibri + "/list",
                        "openers",
                        id(Role.COORDINATOR).toString()))
                .hasStatus(422);
        assertThat(post(Role.STAFF, colibri + "/list")).hasStatus(422);
        assertThat(post(
                        Role.STAFF,
                        colibri + "/list",
                        "openers",
                        id(Role.COORDINATOR).toString()))
                .hasStatus(303);
        assertThat(post(Role.STAFF, colibri + "/open", "reason", "Encore")).hasStatus(422);
        assertThat(post(Role.COORDINATOR, colibri + "/open", "reason", "Relais"))
                .hasStatus(200);
    }

    @Test
    void handoverNamesListAndLastOpenerIsAskedForSecond() {
        String luc = String.valueOf(post(Role.STAFF, PERSONS + "/new", "givenName", "Luc", "familyName", "Roy")
                .getResponse()
                .getRedirectedUrl());
        UUID person = UUID.fromString(luc.substring(luc.lastIndexOf('/') + 1));
        String coordinator = id(Role.COORDINATOR).toString();
        String colibri = enter("Colibri", "Yesenia", "Quintanilla", "openers", coordinator);
        String identity = "UPDATE identity.account SET person_id = ? WHERE id = ?";
        db.sql(identity).params(person, id(Role.STAFF)).update();
        try {
            Document handover = page(Role.COORDINATOR, "/directory/handover/of/" + person);
            assertThat(handover.text())
                    .contains("Identités protégées que la personne peut ouvrir", "Colibri", "une seule autre personne");
            assertThat(handover.select("a[href=" + colibri + "]").text())
                    .as("opens the page of the identity")
                    .isEqualTo("Colibri");
        } finally {
            db.sql("UPDATE identity.account SET person_id = NULL WHERE id = ?")
                    .param(id(Role.STAFF))
                    .update();
        }
        assertThat(page(Role.COORDINATOR, "/").text()).doesNotContain("Personne d’autre que vous ne peut ouvrir");
        post(Role.STAFF, colibri + "/list", "openers", coordinator);
        assertThat(page(Role.COORDINATOR, "/").text())
                .contains("Personne d’autre que vous ne peut ouvrir une identité protégée", "Nommer une personne")
                .as("no code name on a page that stays open")
                .doesNotContain("Colibri");
        assertThat(page(Role.STAFF, "/").text()).doesNotContain("Colibri");
    }

    @Test
    void codeNameIsOneWordUnrelatedToThePerson() {
        for (String wrong : new String[] {"Quintanilla", "Deux mots", "Q1", "Yesenia2", "x@y.z"}) {
            assertThat(post(Role.STAFF, NEW, "codeName", wrong, "givenName", "Yesenia", "familyName", "Quintanilla"))
                    .as(wrong)
                    .hasStatus(422);
        }
        enter("Colibri", "Yesenia", "Quintanilla");
        assertThat(post(Role.STAFF, NEW, "codeName", "colibri", "givenName", "Marisol", "familyName", "Paz"))
                .hasStatus(422);
    }

    @Test
    void refusesToAddSealedPersonInClear() {
        String colibri = enter(
                "Colibri", "Yesenia", "Quintanilla", "mails", "Yesenia@Exemple.org", "phones", "+52 55 1234 5678");
        String add = PERSONS + "/new";
        assertThat(post(Role.STAFF, add, "givenName", "YESENIA", "familyName", "Quíntanilla", "anyway", "true"))
                .hasStatus(422);
        assertThat(post(Role.STAFF, add, "givenName", "Quintanilla", "familyName", "Yesenia", "anyway", "true"))
                .hasStatus(422);
        assertThat(post(Role.STAFF, NEW, "codeName", "Sterne", "givenName", "Yesenia", "familyName", "Quintanilla"))
                .hasStatus(422);
        assertThat(post(Role.STAFF, add, "givenName", "Luc", "familyName", "Yesenia", "anyway", "true"))
                .hasStatus(303);
        assertThat(db.sql("SELECT kind FROM directory.protection_gesture WHERE kind <> 'SEALED'")
                        .query(String.class)
                        .list())
                .as("once an hour")
                .containsExactly("RECOGNISED");
        assertThat(page(Role.STAFF, colibri).text()).contains("Mise sous protection");
        assertThat(db.sql("SELECT count(*) FROM directory.people_person WHERE display_name ~* 'quint'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void showsNameForConsentedUseUntilItsLastDay() {
        String colibri = enter("Colibri", "Yesenia", "Quintanilla");
        String[] said = {"use", "PARTNERS", "given_by", "HERSELF", "how", "Appel vidéo"};
        assertThat(post(
                        Role.STAFF,
                        colibri + "/consents/new",
                        with(said, "given_on", "2020-01-01", "until", "2020-06-01")))
                .hasStatus(422);
        String today = today(0);
        assertThat(post(Role.STAFF, colibri + "/consents/new", with(said, "given_on", today, "until", today(30))))
                .hasStatus(303);
        assertThat(page(Role.STAFF, colibri).text())
                .contains("Aux organisations partenaires", "Elle-même", "Appel vidéo");
        UUID consent = db.sql("SELECT id FROM directory.protection_consent")
                .query(UUID.class)
                .single();
        assertThat(post(Role.STAFF, "/directory/protection/consents/" + consent + "/withdraw", "version", "1"))
                .hasStatus(303);
        assertThat(page(Role.STAFF, colibri).text()).contains("Scellée", "Retiré le");
    }

    private String version() {
        return db.sql("SELECT version::text FROM directory.protection_settings")
                .query(String.class)
                .single();
    }

    private String today(int plus) {
        return java.time.LocalDate.now(java.time.ZoneId.of("America/Toronto"))
                .plusDays(plus)
                .toString();
    }

    private static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
