package org.convergence.directory.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Mailings through a real mail server: their recipients and contents, and that a withdrawal takes effect at once. */
@ModuleTest
class MailingTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private MailingService mailings;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TestLetterSender postwoman;

    @Autowired
    private ConsentLedgerService ledger;

    @Autowired
    private PersonService persons;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PublicLanguages words;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient db;

    private MailingRecipient ana = new MailingRecipient(new UUID(0, 0), "");
    private MailingRecipient luc = new MailingRecipient(new UUID(0, 0), "");

    @BeforeEach
    void oneWhoSaidYesAndOneWhoSaidNothing() {
        server.start();
        visitors.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message").update();
        signed("12, rue des Érables, Montréal", "514 555-0100");
        ana = someone("Ana", "Morales", "es");
        luc = someone("Luc", "Roy", "fr");
        says(ana);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void eachLetterNamesSenderAndUnsubscribeInReadersLanguage() throws Exception {
        assertThat(post("news", ana, luc)).containsExactly(Map.entry(luc, "consent.reason.nothing"));
        MimeMessage letter = only();
        assertThat(letter.getAllRecipients()[0]).hasToString(ana.address());
        assertThat(MailText.plain(letter))
                .contains(
                        "Hay noticias.",
                        "Este mensaje se lo envía Solidarité en partage.",
                        "12, rue des Érables, Montréal",
                        "514 555-0100",
                        "no recibir nada más")
                .doesNotContain("[[");
        String stop = letter.getHeader("List-Unsubscribe")[0];
        assertThat(stop).matches("<http://localhost:8080/preferences/[\\w-]{43}>");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(db.sql("SELECT body || coalesce(stop, '') FROM platform.mail_message")
                        .query(String.class)
                        .single())
                .doesNotContain("/preferences/");
    }

    @Test
    void oneClickUnsubscribeStopsLettersAndHoldsPendingOnes() throws Exception {
        post("news", ana);
        String stop = only().getHeader("List-Unsubscribe")[0].replaceAll("[<>]|http://localhost:8080", "");
        post("news", ana);
        assertThat(mvc.post().uri(stop).param("List-Unsubscribe", "One-Click").exchange())
                .hasStatusOk();
        assertThat(post("news", ana)).containsExactly(Map.entry(ana, "consent.reason.withdrawn"));
        carry();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(db.sql("SELECT problem FROM platform.mail_message WHERE state = 'WITHHELD'")
                        .query(String.class)
                        .list())
                .containsExactly("consent.reason.withdrawn");

        // Account messages, legal notices and sign-in links continue (R-CASL-11, R-CASL-13, R-CASL-14).
        assertThat(post("account", ana)).isEmpty();
        assertThat(post("notice", ana)).isEmpty();
        transactions.executeWithoutResult(
                status -> outbox.post(new Letter(ana.address(), "Votre lien", "…", "identity_link", null)));
        carry();
        MimeMessage[] all = server.getReceivedMessages();
        assertThat(all).hasSize(4);
        assertThat(all[1].getSubject()).as("the link leaves before mailings").isEqualTo("Votre lien");
        assertThat(all[2].getHeader("List-Unsubscribe")).as("about her account").isNotNull();
        assertThat(all[3].getHeader("List-Unsubscribe")).as("required by law").isNull();
    }

    @Test
    void previewListsRecipientsExclusionsAndMissingAddresses() {
        Addressee toAna = new Addressee(ana.party(), "Ana", ana.address());
        Addressee toLuc = new Addressee(luc.party(), "Luc", luc.address());
        Addressee byPost = new Addressee(new UUID(3, 3), "Zoé", null);
        Words spanish = words.wordsFor("es");
        MailingPreview preview = as(() -> mailings.preview(
                "news", List.of(toAna, toLuc, byPost), to -> new LetterText("Noticias", "Hola " + to.name(), spanish)));
        MailingPreview.SampleLetter sample = Objects.requireNonNull(preview.sample());
        assertThat(sample.addressee()).isEqualTo(toAna);
        assertThat(sample.text(words.wordsFor("fr")))
                .as("as it leaves: signed in the reader's language, its link not made yet")
                .contains("Hola Ana", "Este mensaje se lo envía", "12, rue des Érables", "[complété à l’envoi]")
                .doesNotContain("[[");
        assertThat(preview.letters()).containsExactly(toAna);
        assertThat(preview.leftOut())
                .extracting(MailingPreview.ExcludedAddressee::addressee, MailingPreview.ExcludedAddressee::reason)
                .containsExactly(tuple(toLuc, "consent.reason.nothing"));
        assertThat(preview.toPrint()).containsExactly(byPost);
        assertThat(preview.mailSet()).isFalse();
        assertThat(mailings.preview(null, List.of(toLuc), to -> new LetterText("x", "y", spanish))
                        .letters())
                .as("a letter required by a fact")
                .containsExactly(toLuc);
    }

    @Test
    void refusesUnknownPurpose() {
        assertThatThrownBy(() -> post("gossip", ana))
                .isInstanceOf(Refused.class)
                .hasMessage("mail.refused.unanswered");
        assertThatThrownBy(() -> mailings.findExcluded("gossip", List.of(ana))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesMailingWithoutSenderIdentity() {
        signed(null, "514 555-0100");
        assertThat(mailings.findMissingDetails("news")).containsExactly("mail.lacks.address");
        assertThatThrownBy(() -> post("news", ana)).isInstanceOf(Refused.class).hasMessage("mail.refused.unsigned");
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message")
                        .query(Long.class)
                        .single())
                .isZero();
        signed("12, rue des Érables", null);
        assertThat(mailings.findMissingDetails("news")).containsExactly("mail.lacks.contact");
    }

    @Test
    void organisationGetsItsOwnMailButNoNews() {
        UUID union = as(() -> people.findOrCreateOrganisation("Syndicat de l’Érable"))
                .value();
        MailingRecipient itself = new MailingRecipient(union, "tresorerie@exemple.org");
        assertThat(post("account", itself)).isEmpty();
        assertThat(post("news", itself)).containsExactly(Map.entry(itself, "consent.reason.nothing"));
        assertThat(post("news", new MailingRecipient(new UUID(7, 7), "x@exemple.org"))
                        .values())
                .containsExactly("mail.left-out.unknown");
    }

    private Map<MailingRecipient, String> post(String topic, MailingRecipient... recipients) {
        return as(() -> transactions.execute(status -> mailings.post(Arrays.stream(recipients)
                .map(each -> new BulkLetter(each, topic, "Noticias", "Hay noticias.", "test_news", "es"))
                .toList())));
    }

    private MimeMessage only() {
        carry();
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private void carry() {
        CurrentActor.runAs(
                Actor.system("mail"), () -> postwoman.carry(server.getSmtp().getPort()));
    }

    private MailingRecipient someone(String given, String family, String language) {
        String mail = given.toLowerCase(java.util.Locale.ROOT) + "." + UUID.randomUUID() + "@exemple.org";
        PersonId id = as(() -> new ConsentFixture(persons, visitors).someone(given, family, mail, language));
        return new MailingRecipient(id.value(), mail);
    }

    private void says(MailingRecipient her) {
        as(() -> {
            ledger.record(ConsentRecord.express(
                    new PersonId(her.party()),
                    ConsentChannel.MAIL,
                    Purpose.NEWS,
                    settings.today(),
                    ConsentMethod.PREFERENCES,
                    "Sí",
                    "test",
                    null));
            return true;
        });
    }

    private void signed(
            @org.jspecify.annotations.Nullable String address, @org.jspecify.annotations.Nullable String contact) {
        db.sql("DELETE FROM directory.consent_setting").update();
        db.sql("INSERT INTO directory.consent_setting (id, sender_address, sender_contact) VALUES (?, ?, ?)")
                .params(Arrays.asList(UUID.randomUUID(), address, contact))
                .update();
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }
}
