package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.MailText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members that are people: an appeal needs consent to appeals, dues do not; both are signed (R-L25-9, R-CASL-13). */
class AppealTest extends DuesYearFixture {

    @Autowired
    private PersonService persons;

    @Autowired
    private ConsentLedgerService ledger;

    @Autowired
    private TestLetterSender postwoman;

    @Autowired
    private RecipientWords words;

    private PersonId ana = new PersonId(new UUID(0, 0));
    private PersonId luc = ana;

    @BeforeEach
    void createPeople() {
        signed("12, rue des Érables, Montréal");
        as(() -> {
            String code = "P" + Math.abs(UUID.randomUUID().hashCode() % 100_000_000);
            CategoryId people = categories.add(
                    new CategoryFacts(code, "Personnes " + code, MemberKind.PERSON, null, null, null, null));
            rates.adopt(
                    people,
                    LocalDate.of(2020, 1, 1),
                    new Rate(RateShape.FLAT, CAD, new BigDecimal("20"), List.of(), null, null),
                    new Decision("AGA", LocalDate.of(2019, 12, 1), null, null));
            ana = person("Ana", people);
            luc = person("Luc", people);
            ledger.record(ConsentRecord.express(
                    ana,
                    ConsentChannel.MAIL,
                    Purpose.APPEALS,
                    settings.today(),
                    ConsentMethod.PREFERENCES,
                    "Oui",
                    "test",
                    null));
            return true;
        });
    }

    @Test
    void sendsAppealOnlyWithConsentAndPreviewsExclusions() {
        CallId call = as(() -> calls.prepare(facts(CallKind.APPEAL, "100", null)));
        CallTotal total = as(() -> lines.computeTotal(calls.findById(call)));
        assertThat(total.askable()).isEqualTo(4);
        assertThat(total.refusing())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).contains("Luc"))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("consent.reason.own_consent"));
        issueAndSend(call);
        assertThat(letters()).contains("ana@exemple.org dues_invoice").doesNotContain("luc@exemple.org dues_invoice");
        assertThat(count("resources.ledger_invoice WHERE person = ?", luc)).isZero();
        Map<String, @Nullable Object> hers = db.sql(
                        "SELECT body, stop, topic, completer FROM platform.mail_message WHERE recipient = 'ana@exemple.org'")
                .query()
                .singleRow();
        assertThat(String.valueOf(hers.get("body"))).contains("12, rue des Érables", "[[stop]]", "[[balance]]");
        assertThat(hers).containsEntry("topic", "appeals").containsEntry("completer", DuesLetterCompleter.NAME);
        assertThat(hers.get("stop")).isNotNull();
        assertThat(db.sql("SELECT topic FROM platform.mail_message WHERE recipient = 'facturation@baie.example'")
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .single())
                .as("to an organisation about its own affairs")
                .isEqualTo("null");
    }

    @Test
    void withdrawnConsentStopsRemindersOfAppeal() {
        CallId call = as(() -> calls.prepare(facts(CallKind.APPEAL, "100", null)));
        issueAndSend(call);
        overdue(12);
        int due = as(() -> reminding.due(call));
        as(() -> ledger.withdraw(ana, ConsentChannel.MAIL, null, settings.today(), ConsentMethod.PREFERENCES, "test"));
        assertThat(as(() -> reminding.due(call))).isEqualTo(due - 1);
        db.sql("DELETE FROM platform.mail_message WHERE recipient <> ''").update();
        MailingPreview shown = as(() -> reminding.preview(call, words.forLanguage("fr")));
        assertThat(shown.letters()).extracting(Addressee::address).doesNotContain("ana@exemple.org");
        assertThat(shown.leftOut())
                .extracting(each -> each.addressee().address())
                .containsExactly("ana@exemple.org");
        assertThat(as(() -> reminding.sendReminders(call)).leftOut()).isEqualTo(1);
        assertThat(letters()).doesNotContain("ana@exemple.org dues_reminder").isNotEmpty();
        assertThat(as(() -> reminding.sendReminders(call)).all()).isZero();
    }

    @Test
    void duesNeedNoConsentButSignature() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        signed(null);
        assertThat(as(() -> lines.computeTotal(calls.findById(call)).unsigned()))
                .isEqualTo(2);
        assertThatThrownBy(() -> as(() -> launching.start(call, null)))
                .isInstanceOf(Refused.class)
                .hasMessage("mail.refused.unsigned");
        signed("12, rue des Érables, Montréal");
        issueAndSend(call);
        assertThat(letters()).contains("ana@exemple.org dues_invoice", "luc@exemple.org dues_invoice");
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE recipient = 'luc@exemple.org'")
                        .query(String.class)
                        .single())
                .contains("12, rue des Érables", "[[stop]]");
        overdue(12);
        signed(null);
        int organisations = as(() -> reminding.due(call));
        signed("12, rue des Érables, Montréal");
        assertThat(as(() -> reminding.due(call)))
                .as("they wait until they have a signature")
                .isEqualTo(organisations + 2);
    }

    @Test
    void letterHasInvoiceAndUnsubscribeLink() throws Exception {
        CallId call = as(() -> calls.prepare(facts(CallKind.APPEAL, "100", null)));
        issueWithoutSending(call);
        assertThat(as(() -> letters.summarize(call)).mailed().count(LetterState.SENT))
                .isZero();
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            CurrentActor.runAs(
                    Actor.system("mail"), () -> postwoman.carry(server.getSmtp().getPort()));
            MimeMessage hers = Arrays.stream(server.getReceivedMessages())
                    .filter(it -> GreenMailUtil.getAddressList(recipients(it)).contains("ana@"))
                    .findFirst()
                    .orElseThrow();
            assertThat(hers.getHeader("List-Unsubscribe")[0]).contains("/preferences/");
            assertThat(hers.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            var parts = (MimeMultipart) hers.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(1).getFileName()).endsWith(".pdf");
            assertThat(MailText.plain(hers)).contains("/preferences/", "100,00").doesNotContain("[[");
            LetterSummary sent = as(() -> letters.summarize(call)).mailed();
            assertThat(sent.count(LetterState.WAITING)).isZero();
            assertThat(sent.count(LetterState.SENT)).isEqualTo(server.getReceivedMessages().length);
            assertThat(sent.lastLeft()).isNotNull();
        } finally {
            server.stop();
        }
    }

    private static Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PersonId person(String given, CategoryId people) {
        PersonId id = persons.create(new PersonFacts(
                given,
                "Morales",
                null,
                null,
                List.of("fr"),
                List.of(new ContactPoint(
                        ContactPoint.ContactChannel.MAIL,
                        ContactPoint.ContactSphere.PROFESSIONAL,
                        given.toLowerCase(java.util.Locale.ROOT) + "@exemple.org",
                        null)),
                null));
        admission.admit(new MembershipFacts(id, people, LocalDate.of(2015, 1, 1), null));
        return id;
    }

    private void overdue(int days) {
        clock.moveTo(clock.instant().plus(Duration.ofDays(30L + days)));
    }

    private void signed(@Nullable String address) {
        db.sql("DELETE FROM directory.consent_setting").update();
        db.sql("INSERT INTO directory.consent_setting (id, sender_address, sender_contact) VALUES (?, ?, ?)")
                .params(Arrays.asList(UUID.randomUUID(), address, "514 555-0100"))
                .update();
    }

    private int count(String from, PersonId person) {
        return db.sql("SELECT count(*) FROM " + from)
                .param(person.value())
                .query(Integer.class)
                .single();
    }
}
