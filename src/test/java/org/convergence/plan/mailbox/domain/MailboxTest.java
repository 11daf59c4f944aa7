package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.testing.MailSink;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A forwarded mail is visible to its owner only, until it is sorted. */
class MailboxTest extends MailboxFixture {

    @Autowired
    private PersonService persons;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private TestLetterSender senders;

    @Test
    void forwardedMailIsPendingForItsSenderOnly() {
        forwards("un", FORWARDED);
        read();
        assertThat(waiting(maryse)).containsExactly("Salle pour la formation");
        assertThat(waiting(other)).isEmpty();
        Document page = open(maryse, theOne());
        assertThat(page.select("main").text()).contains("14 janvier 2025", "Ana Morales", "La salle est libre.");
        assertThat(page.select("input[name=newcomers][checked]")).isEmpty();
        assertThat(page.select("input[name=newcomers]")).hasSize(3);
        assertThat(get(other, theOne())).hasStatus(404);
        for (String gesture : List.of("/exchange", "/discard", "/accept")) {
            assertThat(post(other, theOne() + gesture)).hasStatus(404);
        }
        assertThat(get(other, "/plan/realisation/new?draft=plan.mailbox/" + theOne().substring(14)))
                .hasStatus(404);
        assertThat(open(maryse, "/").text()).contains("Courriels à classer : 1").doesNotContain("Salle pour");
        assertThat(allSeen()).isTrue();
    }

    @Test
    void mailToAddressOfEndedRoleHasNoOwner() {
        db.sql(
                        "UPDATE identity.role_grant SET from_date = current_date - 9, to_date = current_date - 2 WHERE account_id = ?")
                .param(maryse.id())
                .update();
        forwards("après", FORWARDED);
        read();
        assertThat(waiting(maryse)).isEmpty();
        assertThat(db.sql("SELECT strangers FROM plan.mailbox_round")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void createsExchangeWithKnownAndTickedPeople() throws Exception {
        PersonId ana = CurrentActor.callAs(maryse, () -> {
            organisations.create(new OrganisationFacts(
                    "Centrale fictive",
                    null,
                    List.of(),
                    OrganisationKind.UNION_CENTRAL,
                    null,
                    "https://www.centrale.example/fr",
                    List.of(),
                    null));
            return persons.create(new PersonFacts(
                    "Ana",
                    "Morales",
                    null,
                    null,
                    List.of(),
                    List.of(new ContactPoint(
                            ContactChannel.MAIL, ContactSphere.PROFESSIONAL, "Ana@Centrale.example", null)),
                    null));
        });
        forwards("deux", FORWARDED);
        read();
        Document page = open(maryse, theOne());
        assertThat(page.select("input[name=persons][checked]").val())
                .isEqualTo(ana.value().toString());
        String central = page.select("input[name=organisations][checked]").val();
        assertThat(page.select("input[name=newcomers]").parents().text()).contains("Luc Roy");
        MvcTestResult kept = mvc.post()
                .uri(theOne() + "/exchange")
                .param("subject", page.select("input[name=subject]").val())
                .param("day", page.select("input[name=day]").val())
                .param("text", page.select("textarea[name=text]").text())
                .param("persons", ana.value().toString())
                .param("organisations", central)
                .param("newcomers", "luc@ailleurs.example")
                .with(csrf())
                .with(as(maryse))
                .exchange();
        assertThat(kept).hasStatus(303);
        Document exchange = open(maryse, String.valueOf(kept.getResponse().getRedirectedUrl()));
        assertThat(exchange.select("main").text())
                .contains("Salle pour la formation", "Courriel", "Ana Morales", "Luc Roy", "Centrale fictive")
                .contains("La salle est libre.");
        assertThat(waiting(maryse)).isEmpty();
        assertThat(open(maryse, "/directory/people/organisations/" + central).text())
                .contains("1 échange");
        assertThat(db.sql("SELECT contact_keys[1] FROM directory.people_person WHERE family_name = 'Roy'")
                        .query(String.class)
                        .single())
                .isEqualTo("luc@ailleurs.example");
    }

    @Test
    void createsRealisationWithAttachments() {
        withAttachments();
        read();
        Document page = open(maryse, theOne());
        assertThat(page.select("main").text())
                .contains("programme.pdf", "photo.jpg", "1 pièce jointe n’est pas gardée");
        String file = page.select("a[href^=/platform/document]").attr("href");
        assertThat(get(maryse, file)).hasStatusOk();
        assertThat(get(other, file)).hasStatus(404);
        Document form = open(maryse, page.select("a[href*=draft]").attr("href"));
        assertThat(form.select("input[name=title]").val()).isEqualTo("Salle pour la formation");
        assertThat(form.select("input[name=date]").val()).isEqualTo("2025-01-14");
        MvcTestResult recorded = mvc.post()
                .uri("/plan/realisation")
                .param("title", "Formation")
                .param("when", "other")
                .param("date", "2025-01-14")
                .param("where", "NONE")
                .param("publish", "internal")
                .param("key", UUID.randomUUID().toString())
                .param("draft", form.select("input[name=draft]").val())
                .param(
                        "kept-photographs",
                        form.select("input[name=kept-photographs]").val())
                .param("kept-papers", form.select("input[name=kept-papers]").val())
                .with(csrf())
                .with(as(maryse))
                .exchange();
        assertThat(recorded).hasStatus(303);
        Document realisation =
                open(maryse, String.valueOf(recorded.getResponse().getRedirectedUrl()));
        assertThat(realisation.select("main").text()).contains("programme.pdf");
        assertThat(realisation.select("main img")).hasSize(1);
        assertThat(waiting(maryse)).isEmpty();
        assertThat(get(other, file)).hasStatusOk();
    }

    @Test
    void deletesDismissedMailWithItsAttachmentsAtOnce() {
        withAttachments();
        read();
        String file =
                open(maryse, theOne()).select("a[href^=/platform/document]").attr("href");
        assertThat(post(maryse, theOne() + "/discard")).hasStatus(303);
        assertThat(waiting(maryse)).isEmpty();
        assertThat(get(maryse, file)).hasStatus(404);
        read();
        assertThat(waiting(maryse)).isEmpty();
    }

    @Test
    void holdsMailOfOtherSenderUntilAccepted() {
        arrives(
                "From: \"" + mail() + "\" <intrus@ailleurs.example>",
                "To: " + address,
                "Subject: Urgent",
                "Authentication-Results: mx.exemple.org; dmarc=pass",
                "",
                "Cliquez ici.");
        read();
        Document page = open(maryse, theOne());
        assertThat(page.select(".notice").text()).contains("Expéditeur inconnu", "intrus@ailleurs.example");
        assertThat(page.select("a[href*=draft]")).isEmpty();
        assertThat(page.select("form[action$=/exchange]")).isEmpty();
        assertThat(mvc.post()
                        .uri(theOne() + "/exchange")
                        .param("subject", "Urgent")
                        .param("day", "2025-01-14")
                        .with(csrf())
                        .with(as(maryse))
                        .exchange())
                .hasStatus(422);
        assertThat(post(maryse, theOne() + "/accept")).hasStatus(303);
        assertThat(open(maryse, theOne()).select("form[action$=/exchange]")).hasSize(1);
    }

    @Test
    void onlyCountsMailWithoutOwner() {
        arrives(
                "From: a@x.example",
                "To: suivi+abcdefghijkmnpqr@exemple.org",
                "Subject: Rien",
                "",
                "Secret de quelqu’un");
        arrives("From: a@x.example", "To: suivi@exemple.org", "Subject: Rien", "", "Rien");
        read();
        assertThat(db.sql("SELECT strangers FROM plan.mailbox_round")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(db.sql("SELECT count(*) FROM plan.mailbox_message")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void showsRenewsAndClosesAddress() {
        assertThat(open(maryse, "/plan/mailbox").text()).contains(address);
        assertThat(open(other, "/plan/mailbox").text()).doesNotContain(address).contains("Ouvrir mon adresse");
        assertThat(post(maryse, "/plan/mailbox/address")).hasStatus(303);
        assertThat(open(maryse, "/plan/mailbox").text()).doesNotContain(address).contains("suivi+");
        forwards("ancienne", FORWARDED);
        read();
        assertThat(waiting(maryse)).isEmpty();
        assertThat(post(maryse, "/plan/mailbox/address/close")).hasStatus(303);
        assertThat(open(maryse, "/plan/mailbox").text()).contains("Ouvrir mon adresse");
        assertThat(db.sql("SELECT count(*) FROM plan.mailbox_address WHERE account = ?")
                        .param(maryse.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void showsLastReadAndProblemsOfMailbox() {
        read();
        assertThat(open(maryse, "/plan/mailbox").text()).contains("Boîte lue");
        round.read(ImapAddress.parse(
                "imap://suivi:faux@127.0.0.1:" + post.getImap().getPort() + "?tls=never"));
        assertThat(open(maryse, "/plan/mailbox").text()).contains("le mot de passe est refusé");
        round.read(ImapAddress.parse(
                "imap://suivi:secret@127.0.0.1:" + post.getImap().getPort()));
        assertThat(open(maryse, "/plan/mailbox").text()).contains("ne protège pas la connexion");
    }

    @Test
    void deletesMailAfterSixtyDaysWithWarningAWeekBefore() {
        forwards("vieux", FORWARDED);
        forwards("recent", FORWARDED);
        read();
        db.sql("DELETE FROM platform.mail_message").update();
        age("54 days", 2);
        sweep();
        sweep();
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE purpose = 'mailbox_expiry' AND recipient = ?")
                        .param(mail())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("2 courriels", "/plan/mailbox")
                .doesNotContain("Salle");
        age("61 days", 1);
        sweep();
        assertThat(waiting(maryse)).hasSize(1);
        age("61 days", 1);
        sweep();
        try (MailSink sink = new MailSink(MailSink.Faults.NONE)) {
            senders.carry(sink.port());
            assertThat(sink.count()).as("nothing is left to sort").isZero();
        }
    }

    private void age(String ago, int most) {
        db.sql("""
                        UPDATE plan.mailbox_message SET received_at = now() - CAST(:ago AS interval)
                        WHERE id IN (SELECT id FROM plan.mailbox_message WHERE account = :me ORDER BY id LIMIT :most)
                        """)
                .param("ago", ago)
                .param("me", maryse.id())
                .param("most", most)
                .update();
    }

    private void sweep() {
        recurring.stream().filter(work -> work.name().equals("mailbox-sweep")).forEach(RecurringWork::run);
    }
}
