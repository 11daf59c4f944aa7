package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.identity.Role;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The letter of an issue as it arrives: what was pasted into it, how long it is, and to which people it no longer goes. */
@ModuleTest
class NewsletterLetterTest extends NewsletterScenario {

    @Autowired
    private ProtectionService protection;

    @Test
    void textPastedFromAWordProcessorBecomesParagraphsAndLists() throws Exception {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        write(
                issue,
                "ARTICLE",
                "title-fr=La négo\u00adciation",
                "body-fr=Deux lieux\u00a0:\n\u2022\tQuébec\n\uf0b7\tRimous\u00adki\no\tle\tsoir\u000bÀ bientôt,\n– Maryse");
        confirm(issue);
        jobs.runAll();
        MimeMessage letter = received(address("bao"));
        Document html = Jsoup.parse(html(letter));
        assertThat(html.select("h2").eachText()).containsExactly("La négociation");
        assertThat(html.select("li").eachText()).containsExactly("Québec", "Rimouski", "le soir");
        assertThat(html.select("p").eachText()).contains("Deux lieux :", "À bientôt, – Maryse");
        assertThat(MailText.plain(letter).replace("\r", ""))
                .contains("– Québec", "À bientôt,", "– Maryse\n\n—\n")
                .doesNotContain("\t", "\u00ad", "\u2022", "\uf0b7", "\u000b");
    }

    @Test
    void testGoesToItsAuthorAloneInEachLanguage() throws Exception {
        UUID author = users.actor(Role.STAFF).id();
        String mail = address("autrice");
        String issue = begin("fr", "es");
        write(issue, "SUBJECT", "title-fr=Nouvelles", "title-es=Noticias");
        write(issue, "LEAD", "body-fr=Bonjour", "body-es=Hola");
        assertThat(pages.as(Role.STAFF).post(issue + "/test"))
                .as("without an address")
                .hasStatus(422);
        db.sql("INSERT INTO identity.account (id, version, mail, name, created_at) VALUES (?, 1, ?, 'Camille', now())")
                .params(author, mail)
                .update();
        try {
            var tested = pages.as(Role.STAFF).post(issue + "/test");
            assertThat(tested).hasStatus(303);
            assertThat(main(Pages.location(tested))).contains("À écrire");
            carry();
        } finally {
            db.sql("DELETE FROM identity.account WHERE id = ?").param(author).update();
        }
        assertThat(recipients()).containsExactly(mail, mail);
        List<String> subjects = new ArrayList<>();
        for (MimeMessage each : server.getReceivedMessages()) {
            subjects.add(each.getSubject());
            assertThat(MailText.plain(each))
                    .containsAnyOf("Bonjour", "Hola")
                    .as("signed as the letters of readers are, without their link")
                    .containsAnyOf("L’essai n’en a pas", "La prueba no lo tiene")
                    .doesNotContain("/preferences/");
        }
        assertThat(subjects).containsExactlyInAnyOrder("[Essai] Nouvelles", "[Prueba] Noticias");
        assertThat(db.sql("SELECT count(*) FROM outreach.newsletter_recipient")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void longLetterIsToldBeforeItLeaves() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        assertThat(main(issue + "/send")).contains("Vérifié Taille du courriel");
        assertThat(main(issue + "/preview")).doesNotContain("le coupent après");
        for (int i = 0; i < 5; i++) {
            pages.as(Role.STAFF).post(issue + "/blocks", "kind=ARTICLE");
            write(issue, "ARTICLE", "title-fr=Long " + i, "body-fr=" + "& ".repeat(4_900));
        }
        assertThat(main(issue + "/send")).contains("À corriger Taille du courriel", "raccourcissez des textes");
        assertThat(main(issue + "/preview")).contains("le coupent après 100 ko");
    }

    /** The letter of one is not written, and that of the other, already in the outbox, is withheld. */
    @Test
    void personSealedAfterTheSegmentWasCountedGetsNothing() throws Exception {
        // Their names stay known as protected: no other test may have them.
        PersonId earlier = fixture.someone("Xochitl", address("xochitl"), "fr", "Syndicat I", "Communications");
        fixture.consents(earlier);
        PersonId later = fixture.someone("Itzel", address("itzel"), "fr", "Syndicat I", "Communications");
        fixture.consents(later);
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        assertThat(main(issue + "/send")).contains("4 lettres partiraient");
        confirm(issue);
        seal(earlier, "Libellule");
        jobs.runAll();
        seal(later, "Hirondelle");
        carry();
        assertThat(recipients()).containsExactlyInAnyOrder(address("ana"), address("bao"));
        assertThat(main(issue)).contains("Remises au serveur 2").doesNotContain("En attente", "Xochitl", "Itzel");
    }

    private void seal(PersonId person, String codeName) {
        fixture.as(() -> {
            protection.seal(person, protection.findVersion(person), codeName, List.of());
            return person;
        });
    }

    @Test
    void eachCriterionChoosesItsPeople() {
        UUID committee = seat(ana);
        seat(fixture.someone("Fay", address("fay"), "fr", "Syndicat F", "Présidence"));
        db.sql("""
                        WITH category AS (INSERT INTO resources.membership_category (id, code, name, kind)
                                          VALUES (gen_random_uuid(), left(:code, 4), 'Syndicats', 'ORGANISATION') RETURNING id),
                             union_b AS (UPDATE directory.people_organisation SET place = 'QC-17' WHERE name = 'Syndicat B' RETURNING id)
                        INSERT INTO resources.membership (id, organisation, category, since)
                        SELECT gen_random_uuid(), union_b.id, category.id, '2020-01-01' FROM union_b, category
                        """)
                .param("code", "Z" + committee.toString().toUpperCase(Locale.ROOT))
                .update();
        assertThat(size("c-committee=" + committee)).contains("1 personne").doesNotContain("1 personnes");
        assertThat(size("c-region=QC-17")).contains("1 personne");
        assertThat(size("c-region=QC-17&c-member=ORGANISATION")).contains("1 personne");
        assertThat(size("c-region=QC-17&c-committee=" + committee)).contains("Personne");
        assertThat(size("c-committee=" + committee + "&c-language=es")).contains("1 personne");
        assertThat(size("c-committee=" + committee + "&c-language=fr")).contains("Personne");
    }

    private UUID seat(PersonId person) {
        UUID committee = UUID.randomUUID();
        db.sql("""
                        WITH body AS (INSERT INTO outreach.assembly_body (id, name, code, kind)
                                      VALUES (:body, 'Comité ' || :code, :code, 'COMMITTEE') RETURNING id),
                             seat AS (INSERT INTO outreach.assembly_seat (id, body, position, since)
                                      SELECT gen_random_uuid(), id, 1, '2020-01-01' FROM body RETURNING id)
                        INSERT INTO outreach.assembly_mandate (id, seat, role, person, since)
                        SELECT gen_random_uuid(), id, 'HOLDER', :person, '2020-01-01' FROM seat
                        """)
                .param("body", committee)
                .param("code", "C" + committee.toString().substring(0, 6).toUpperCase(Locale.ROOT))
                .param("person", person.value())
                .update();
        return committee;
    }

    private String size(String criteria) {
        return Pages.text(pages.as(Role.STAFF).get("/directory/segment/size?" + criteria));
    }
}
