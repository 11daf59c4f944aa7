package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingReplyService.ConvenedPerson;
import org.convergence.plan.mailbox.domain.MailboxServerFixture;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.SettingsService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A director answers the notice of a meeting by mail: what is noted, what people read, what counts for nothing. */
@ModuleTest
class MailedReplyTest {

    private static final LocalDateTime EVENING = LocalDateTime.of(2027, 5, 13, 19, 0);

    @Autowired
    private TestUsers users;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MeetingNoticeService notices;

    @Autowired
    private MeetingService planning;

    @Autowired
    private MeetingReplyService replies;

    @Autowired
    private MeetingLinkCompleter completer;

    @Autowired
    private MailboxServerFixture mailbox;

    @Autowired
    private Clock clock;

    @Autowired
    private SettingsService editing;

    @Autowired
    private JdbcClient db;

    private MeetingId meeting = new MeetingId(new UUID(0, 0));
    private PersonId director = new PersonId(new UUID(0, 0));
    private String own = "";
    private String address = "";

    @BeforeEach
    void aNotice() {
        users.ensureOrganisation();
        setMail("bureau@exemple.org");
        mailbox.start();
        SeatedBoard made = board.addBoard();
        director = made.holders().get(0);
        meeting = meetings.plan(made.id(), EVENING);
        board.callAs(() -> notices.convene(meeting));
        own = db.sql("""
                        SELECT m.recipient FROM platform.mail_message m JOIN outreach.assembly_notice n ON n.id = m.record_id
                         WHERE n.meeting = ? AND n.person = ?""")
                .params(meeting.value(), director.value())
                .query(String.class)
                .single();
        address = addressOfLastLetter();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @AfterEach
    void stop() {
        mailbox.stop();
    }

    private void setMail(String mail) {
        CurrentActor.runAs(users.actor(Role.ADMINISTRATOR), () -> {
            var now = editing.findCurrent();
            var is = now.settings().identity();
            editing.update(
                    now.version(),
                    now.settings()
                            .with(new OrganisationIdentity(
                                    is.legalName(),
                                    is.registration(),
                                    is.address(),
                                    is.phone(),
                                    mail,
                                    is.site(),
                                    is.chequesTo(),
                                    is.bankDetails(),
                                    is.signatory(),
                                    is.signatoryTitle(),
                                    is.logo(),
                                    is.giving())),
                    new byte[0]);
        });
    }

    private String addressOfLastLetter() {
        return completeLastLetter().getOrDefault(BodyCompleter.REPLY_TO, "");
    }

    private Map<String, String> completeLastLetter() {
        return completer.complete(db.sql(
                        "SELECT id FROM outreach.assembly_notice WHERE meeting = ? AND person = ? ORDER BY posted_at DESC, id DESC LIMIT 1")
                .params(meeting.value(), director.value())
                .query(UUID.class)
                .single());
    }

    private void reply(String from, String text, String... head) {
        List<String> lines = new ArrayList<>(List.of(head));
        lines.addAll(List.of(
                "From: Une directrice <" + from + ">",
                "To: " + address,
                "Subject: Re: Avis de convocation",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                text));
        mailbox.deliver(clock.instant(), lines.toArray(String[]::new));
        mailbox.read();
    }

    private ConvenedPerson noted() {
        return board.callAs(() -> replies.findReplies(meeting)).people().stream()
                .filter(each -> each.person().equals(director))
                .findFirst()
                .orElseThrow();
    }

    private List<String> passedOn() {
        return db.sql(
                        "SELECT recipient || ' ' || replace(body, U&'\\00a0', ' ') FROM platform.mail_message WHERE purpose = 'assembly_mailed'")
                .query(String.class)
                .list();
    }

    @Test
    void notesTheFirstWordOfTheReplyUntilAnotherReplacesIt() {
        assertThat(address).matches("suivi\\+[a-z0-9]{16}@exemple\\.org");
        reply(own, "Oui, vers 18 h 30\r\n\r\nMarie\r\n\r\n> Nous vous invitons à la rencontre suivante. Non?");
        MeetingReply reply = noted().reply();
        assertThat(reply)
                .extracting("answer", "words", "byLink")
                .containsExactly(ReplyAnswer.COMING, "Oui, vers 18 h 30", true);
        reply(own.toUpperCase(Locale.ROOT), "Non");
        assertThat(noted().reply()).extracting("answer", "words").containsExactly(ReplyAnswer.NOT_COMING, "");
        assertThat(passedOn()).isEmpty();
        assertThat(mailbox.countStrangers()).isZero();
    }

    @Test
    void anAutomaticReplyIsNeitherNotedNorPassedOn() {
        reply(own, "Oui, je suis absente jusqu’au 15.", "Auto-Submitted: auto-replied");
        reply(own, "Non", "X-Autoreply: yes");
        assertThat(noted().reply()).isNull();
        assertThat(passedOn()).isEmpty();
        assertThat(mailbox.countStrangers()).isZero();
    }

    @Test
    void whatIsUnclearGoesToPeopleAndNothingIsNoted() {
        reply(own, "Bonjour, je verrai la semaine prochaine.\r\n\r\n> Nous vous invitons");
        reply("autre@ailleurs.example", "Oui");
        assertThat(noted().reply()).isNull();
        assertThat(passedOn())
                .hasSize(2)
                .allMatch(each -> each.startsWith("bureau@exemple.org "))
                .anySatisfy(each -> assertThat(each)
                        .contains("je verrai la semaine prochaine", own.toLowerCase(Locale.ROOT), "Rien n’est noté"))
                .anySatisfy(each -> assertThat(each).contains("autre@ailleurs.example", "ne vient pas de l’adresse"));
    }

    @Test
    void aReplyWithoutWordsIsPassedOnTooSinceAFileMayHoldThem() {
        reply(own, "> Nous vous invitons à la rencontre suivante.");
        assertThat(noted().reply()).isNull();
        assertThat(passedOn()).singleElement().asString().contains(own.toLowerCase(Locale.ROOT), "Rien n’est noté");
    }

    @Test
    void aQuestionIsPassedOnAlsoIfTheAnswerIsClear() {
        reply(own, "Oui.\r\n\r\nLe stationnement est-il payant?");
        assertThat(noted().reply()).extracting("answer").isEqualTo(ReplyAnswer.COMING);
        assertThat(passedOn()).singleElement().asString().contains("Sa réponse est notée : Sera là", "stationnement");
    }

    @Test
    void linkFromBeforeRepliesByMailStillOpens() {
        String link = completeLastLetter().getOrDefault("link", "");
        db.sql("UPDATE outreach.assembly_link SET told_begins = NULL, reply_hash = NULL")
                .update();
        assertThat(replies.findByLink(link.substring(link.lastIndexOf('/') + 1)))
                .isPresent();
    }

    @Test
    void anAnswerToALetterThatTellsAnotherHourIsNotNoted() {
        int version = meetings.agenda(meeting).meeting().version();
        board.callAs(() -> planning.correct(meeting, version, MeetingFixture.factsAt(EVENING.plusDays(7))));
        reply(own, "Oui");
        assertThat(noted().reply()).isNull();
        assertThat(passedOn()).singleElement().asString().contains("n’est plus à jour");
        address = addressOfLastLetter();
        reply(own, "Oui");
        assertThat(noted().reply()).isNotNull();
    }

    @Test
    void withoutAnAddressOfTheOrganisationAnUnclearReplyWaitsInTheMailbox() {
        setMail("");
        reply(own, "Bonjour");
        assertThat(mailbox.countStrangers()).isOne();
    }

    @Test
    void theNoticeSaysThatItMayBeAnswered() {
        assertThat(board.callAs(() -> notices.preview(meeting)).text().replace('\u00a0', ' '))
                .contains("commencez par « oui » ou « non »");
    }
}
