package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Vectors 1 and 2 of the rules for outreach, through the pages; {@code ServerRepliesTest} has vector 3. */
@ModuleTest
class NewsletterVectorsTest extends NewsletterScenario {

    /** Vector 1: a scanner's two GETs change nothing; two POSTs unsubscribe; all four get 200. */
    @Test
    void scannerOpensTheStopAddressAndOnlyAPostUnsubscribes() throws Exception {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        jobs.runAll();
        MimeMessage letter = received(address("ana"));
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String stop = stopAddress(letter);
        for (int i = 0; i < 2; i++) {
            MvcTestResult opened = mvc.get().uri(stop).exchange();
            assertThat(opened).hasStatus(200);
            assertThat(opened.getResponse().getHeaders("Set-Cookie")).isEmpty();
        }
        assertThat(isWithdrawn()).as("after two GETs").isFalse();
        assertThat(main(issue)).contains("Désabonnements 0");
        for (int i = 0; i < 2; i++) {
            assertThat(mvc.post()
                            .uri(stop)
                            .param("List-Unsubscribe", "One-Click")
                            .exchange())
                    .hasStatus(200);
            assertThat(isWithdrawn()).as("after each POST").isTrue();
        }
        assertThat(main(issue)).contains("Désabonnements 1");
    }

    /** Each request to stop is kept as proof (R-CASL-18), so that a second POST adds one. */
    private boolean isWithdrawn() {
        return db.sql("SELECT count(*) > 0 FROM directory.consent_entry WHERE kind = 'WITHDRAWN' AND person = ?")
                .param(ana.value())
                .query(Boolean.class)
                .single();
    }

    /** Vector 2: the French text is at revision 3, the Spanish one translates revision 2: the issue does not leave. */
    @Test
    void refusesAVariantThatTranslatesAnOlderRevision() {
        String issue = begin("fr", "es");
        write(issue, "SUBJECT", "title-fr=Nouvelles", "title-es=Noticias");
        write(issue, "LEAD", "body-fr=Deuxième texte", "body-es=Segundo texto");
        write(issue, "LEAD", "body-fr=Troisième texte", "body-es=Segundo texto");
        assertThat(db.sql("""
                                SELECT b.revision || ' ' || t.translates FROM outreach.newsletter_text t
                                JOIN outreach.newsletter_block b ON b.id = t.block
                                WHERE b.kind = 'LEAD' AND t.language = 'es'
                                """).query(String.class).single())
                .as("the revision, and the one that is translated")
                .isEqualTo("3 2");
        MvcTestResult refused = pages.as(Role.STAFF).post(issue + "/send", "version=" + version(issue), "errors=20");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains("ne dit plus ce que dit la langue de départ");
        schedule.run();
        jobs.runAll();
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message")
                        .query(Integer.class)
                        .single())
                .isZero();
        write(issue, "LEAD", "body-fr=Troisième texte", "body-es=Tercer texto");
        assertThat(confirm(issue)).as("translated").hasStatus(303);
    }
}
