package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** Every spelling of the person's name is replaced everywhere; ambiguous ones are listed for a decision. */
@ModuleTest
class SpellingsEverywhereTest extends SweepFixture {

    /** One spelling each in a title, its history, a waiting letter, a file name and the files. */
    @Test
    void replacesOrdinarySpellingsInEveryKindOfPlace() throws Exception {
        add();
        UUID realisation = realisation(
                "Atelier avec **Citlali** Bojórquez",
                "Voir Citlali%20Boj%C3%B3rquez, Ｃｉｔｌａｌｉ\u3000Boj\u00f3rquez et Cit\u200blali  Bojo\u0301rquez");
        letter("Pour CITLALI BOJORQUEZ", "<p>Bonjour Citlali <b>Boj&oacute;rquez</b>,</p>");
        UUID markdown = file("CR_Citlali_Bojorquez_2.md", "Avec\\_Citlali_ Bojórquez".getBytes(StandardCharsets.UTF_8));
        UUID html = file("page.html", "Bojórquez,&nbsp;<i>Citlali</i>".getBytes(StandardCharsets.UTF_8));
        UUID word = file("lettre.docx", word("Citlali ", "Boj", "órquez"));
        seal();

        assertThat(said("plan.realisation", realisation, "title")).isEqualTo("Atelier avec **Sittelle**");
        assertThat(said("plan.realisation", realisation, "narrative")).isEqualTo("Voir Sittelle, Sittelle et Sittelle");
        assertThat(db.sql("SELECT subject || body FROM platform.mail_message WHERE purpose = 'spelling'")
                        .query(String.class)
                        .single())
                .isEqualTo("Pour Sittelle<p>Bonjour Sittelle<b></b>,</p>");
        assertThat(db.sql("SELECT after ->> 'title' FROM platform.audit_entry WHERE row_id = ?")
                        .param(realisation.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("Atelier avec **Sittelle**");
        assertThat(said("platform.document", markdown, "name")).isEqualTo("CR_Sittelle_2.md");
        assertThat(new String(bytes(markdown), StandardCharsets.UTF_8))
                .startsWith("Avec")
                .contains("Sittelle");
        assertThat(new String(bytes(html), StandardCharsets.UTF_8)).isEqualTo("Sittelle<i></i>");
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes(word)))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("Sittelle");
        }
        for (String table : List.of("plan.realisation", "platform.mail_message", "platform.document")) {
            assertThat(db.sql("SELECT count(*) FROM " + table + " t WHERE t::text ~* 'citlali|rquez'")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void replacesDisguisedNameAndListsOneNameAlone() {
        add();
        UUID hers = realisation(
                "C i t l a l i  B o j ó r q u e z",
                "Merci à Сitlаli Воjórquez.\n\nPuis à Сitlаli et à B o j ó r q u e z");
        UUID others = realisation("L u i s  B o r q u e z", "Сергей и Виталий");
        realisation("Photo de Citlali Sittelle", "");
        seal();
        assertThat(said("plan.realisation", hers, "title")).isEqualTo("Sittelle");
        assertThat(said("plan.realisation", hers, "narrative"))
                .isEqualTo("Merci à Sittelle.\n\nPuis à Сitlаli et à B o j ó r q u e z");
        assertThat(said("plan.realisation", others, "title")).isEqualTo("L u i s  B o r q u e z");
        assertThat(said("plan.realisation", others, "narrative")).isEqualTo("Сергей и Виталий");
        makeStaffOpener();
        assertThat(places("/directory/protection/persons/" + her))
                .anyMatch(each -> each.contains("Puis à Сitlаli"))
                .anyMatch(each -> each.contains("Photo de Citlali Sittelle"))
                .anyMatch(each -> each.contains("et à B o j ó r q u e z"));
    }

    @Test
    void listsAmbiguousMentionsForDecision() {
        add();
        UUID hers = realisation("Merci à Citlali pour tout et plus", "Texte de C. Bojórquez, #CitlaliBojórquez");
        UUID others = realisation("Anne et Citlalitzin", "Luis Bojórquez; Citlali Roy");
        UUID file = file("photo_Citlali.txt", "vu par citlali.bojorquez@autre.org".getBytes(StandardCharsets.UTF_8));
        seal();
        String url = "/directory/protection/persons/" + her;
        assertThat(said("plan.realisation", hers, "narrative"))
                .as("nothing is rewritten before a decision")
                .isEqualTo("Texte de C. Bojórquez, #CitlaliBojórquez");
        assertThat(said("plan.realisation", others, "title")).isEqualTo("Anne et Citlalitzin");

        makeStaffOpener();
        var page = page(Role.STAFF, url);
        assertThat(page.text())
                .contains(
                        "Merci à Citlali pour tout",
                        "Texte de C. Bojórquez",
                        "photo_Citlali.txt",
                        "citlali.bojorquez@autre.org")
                .doesNotContain("Citlalitzin");
        assertThat(page(Role.COORDINATOR, url).text())
                .contains("Les personnes de sa liste voient")
                .doesNotContain("C. Bojórquez");
        assertThat(decide(Role.COORDINATOR, "Merci à Citlali", "replace")).hasStatus(422);

        assertThat(places(url))
                .as("the history of a text is decided with it")
                .noneMatch(each -> each.contains("L’historique"));
        assertThat(decide(Role.STAFF, "Merci à Citlali", "leave")).hasStatus(303);
        assertThat(places(url)).noneMatch(each -> each.contains("Merci à Citlali"));
        assertThat(decide(Role.STAFF, "Des initiales", "replace")).hasStatus(303);
        assertThat(decide(Role.STAFF, "#CitlaliBojórquez", "replace")).hasStatus(303);
        assertThat(decide(Role.STAFF, "citlali.bojorquez", "replace")).hasStatus(303);
        assertThat(decide(Role.STAFF, "photo_Citlali", "replace")).hasStatus(303);
        assertThat(said("plan.realisation", hers, "narrative")).isEqualTo("Texte de Sittelle, #Sittelle");
        assertThat(db.sql(
                                "SELECT after ->> 'narrative' FROM platform.audit_entry WHERE row_id = ? AND operation = 'INSERT'")
                        .param(hers.toString())
                        .query(String.class)
                        .single())
                .as("the history of the same text")
                .isEqualTo("Texte de Sittelle, #Sittelle");
        assertThat(said("platform.document", file, "name")).isEqualTo("photo_Sittelle.txt");
        assertThat(new String(bytes(file), StandardCharsets.UTF_8)).isEqualTo("vu par Sittelle@autre.org");

        realisation("Note du soir de Citlali", "");
        db.sql("UPDATE plan.realisation SET title = title || ' encore' WHERE id = ?")
                .param(hers)
                .update();
        night();
        assertThat(places(url))
                .as("matches assigned to another person stay so; new ones are listed")
                .noneMatch(each -> each.contains("Merci à Citlali"))
                .anyMatch(each -> each.contains("Note du soir de Citlali"));
    }

    /** The transaction of the sealing leaves what the search lists, also what only waits beside it. */
    @Test
    void leavesATextWithADoubtfulPlaceAsItIs() {
        add("Itzel", "Quintanar");
        insertDay("Avec Itzel Quintanar. Rappeler Itzel jeudi", "Berthe Itzel Quintanar est venue");
        insertDay("Itzel Quintanar & fils", "Itzel quintanar en main");
        insertDay("Pour Itzel Quintanar", "Mme Itzel Quintanar est venue");
        seal();
        assertThat(days())
                .containsExactly(
                        "Avec Itzel Quintanar. Rappeler Itzel jeudi", "Itzel Quintanar & fils", "Pour Sittelle");
        assertThat(db.sql("SELECT note FROM plan.observance ORDER BY name")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Berthe Itzel Quintanar est venue", "Itzel quintanar en main", "Mme Sittelle est venue");
    }

    /** A record that says another's whole name is that person's, also in the history. */
    @Test
    void listsOneNameThatFillsATextAndNoRecordOfAnother() {
        add("Tonalli", "Arrambide");
        realisation("Tonalli", "merci à tonalli et luc");
        assertThat(post(Role.STAFF, PERSONS + "/new", "givenName", "Tonalli", "familyName", "Roy"))
                .hasStatus(303);
        assertThat(post(Role.STAFF, PERSONS + "/new", "givenName", "Luc", "familyName", "Arrambide"))
                .hasStatus(303);
        seal();
        makeStaffOpener();
        assertThat(places("/directory/protection/persons/" + her))
                .anyMatch(each -> each.contains("et rien d’autre"))
                .anyMatch(each -> each.contains("merci à tonalli et luc"))
                .noneMatch(each -> each.contains("autre personne") || each.contains("L’historique"));
    }

    @Test
    void decidesTheHistoryOfATextOnce() {
        add();
        UUID deleted = realisation("Pommes de Citlali pour tout", "Texte");
        db.sql("UPDATE plan.realisation SET narrative = 'Autre texte' WHERE id = ?")
                .param(deleted)
                .update();
        db.sql("DELETE FROM plan.realisation WHERE id = ?").param(deleted).update();
        seal();
        makeStaffOpener();
        String url = "/directory/protection/persons/" + her;
        assertThat(places(url).stream().filter(each -> each.contains("Pommes de Citlali")))
                .as("four texts of the history")
                .singleElement()
                .asString()
                .contains("L’historique : Une réalisation");
        decideOnHistory("Pommes de Citlali");
        assertThat(places(url)).noneMatch(each -> each.contains("Pommes de Citlali"));
        assertThat(db.sql("SELECT count(*) FROM platform.audit_entry e WHERE row_id = ? AND e::text LIKE '%Citlali%'")
                        .param(deleted.toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void decideOnHistory(String saying) {
        String action = page(Role.STAFF, "/directory/protection/persons/" + her).select("li").stream()
                .filter(each -> each.text().contains(saying))
                .map(each -> each.select("form[action$=/replace]").attr("action"))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(post(Role.STAFF, action)).hasStatus(303);
    }

    /** An office address is neither replaced nor ignored. */
    @Test
    void listsAddressFoundInAnotherRecord() {
        String added = String.valueOf(post(
                        Role.STAFF,
                        PERSONS + "/new",
                        "givenName",
                        "Citlali",
                        "familyName",
                        "Bojórquez",
                        "point",
                        "bureau@exemple.org")
                .getResponse()
                .getRedirectedUrl());
        her = UUID.fromString(added.substring(added.lastIndexOf('/') + 1));
        assertThat(post(
                        Role.STAFF,
                        PERSONS + "/new",
                        "givenName",
                        "Luc",
                        "familyName",
                        "Roy",
                        "point",
                        "bureau@exemple.org",
                        "anyway",
                        "true"))
                .hasStatus(303);
        UUID text = realisation("Écrire à bureau@exemple.org", "");
        seal();
        assertThat(said("plan.realisation", text, "title")).isEqualTo("Écrire à bureau@exemple.org");
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her).text())
                .contains("aussi sur une autre fiche", "La fiche d’une autre personne", "Écrire à bureau@exemple.org");
        makeStaffOpener();
        assertThat(decide(Role.STAFF, "retirer cette coordonnée", "replace")).hasStatus(303);
        assertThat(db.sql("SELECT contact_points::text FROM directory.people_person WHERE given_name = 'Luc'")
                        .query(String.class)
                        .single())
                .as("no letter is sent to a code name")
                .isEqualTo("[]");
        assertThat(db.sql("SELECT string_agg(to_jsonb(m)::text, '') FROM directory.protection_mention m")
                        .query(String.class)
                        .single())
                .as("possible mentions would reveal the code name")
                .doesNotContain(text.toString(), "realisation", "ADDRESS");
    }

    private void letter(String subject, String body) {
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                        VALUES (gen_random_uuid(), 'luc@exemple.org', ?, ?, 'spelling', now(), now() + interval '1 day')
                        """).params(subject, body).update();
    }

    private static byte[] word(String... pieces) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            var paragraph = document.createParagraph();
            for (String piece : pieces) {
                paragraph.createRun().setText(piece);
            }
            document.write(out);
        }
        return out.toByteArray();
    }
}
