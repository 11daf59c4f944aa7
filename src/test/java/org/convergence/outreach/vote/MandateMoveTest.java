package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.platform.mail.BodyCompleter.WaitingLetter;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.resources.membership.domain.BillingContactService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A moved or cancelled assembly is told to the members asked and to the delegates convened by a link. */
@ModuleTest
class MandateMoveTest extends MandateLetterFixture {

    @Autowired
    private MeetingService planning;

    @Autowired
    private MeetingNoticeService notices;

    @Autowired
    private BillingContactService billing;

    @Autowired
    private MovingClock moving;

    @BeforeEach
    void noLetter() {
        db.sql("DELETE FROM platform.mail_message").update();
        db.sql("DELETE FROM resources.membership_billing").update();
    }

    private record QueuedLetter(String recipient, String subject, String body) {}

    @Test
    void tellsTheMoveToMembersAndDelegatesWhoseLetterLeft() {
        board.runAs(() -> billing.setContact(federation, 0, null, "es"));
        convenesEva();
        leave();
        assertThat(reply(complete("vote_mandate", named("Éva Roy")), "COMING")).hasStatus(303);

        assertThat(preview(10).letters().stream().map(Addressee::address))
                .containsExactly("vents@exemple.org", "eva@exemple.org");
        assertThat(waiting()).isEmpty();
        move(10);

        assertThat(waiting()).hasSize(2).allSatisfy(each -> {
            assertThat(each.subject()).startsWith("Cambio: ");
            assertThat(each.body()).contains("Antes: ", ", 9:00, Salle 2", "Ahora: ", ", 10:00, Salle 2", "[[link]]");
        });
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Avis du changement : En attente d’envoi");
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value()))
                .as("the reply is asked again")
                .contains("Avis du changement : En attente d’envoi")
                .doesNotContain("Sera là");
        String notice = "/outreach/assembly/meetings/" + meeting.value() + "/notice";
        assertThat(main(Role.STAFF, notice)).contains("Avis du changement à 2 personnes", "vents@exemple.org");

        assertThat(board.callAs(() -> notices.takeBack(meeting))).isEqualTo(2);
        assertThat(main(Role.STAFF, notice)).contains("Prévenir 2 personnes");
        assertThat(board.callAs(() -> notices.tellChange(meeting))).isEqualTo(2);
        move(9);
        assertThat(waiting()).as("as the first letter told").isEmpty();
    }

    @Test
    void keepsRepliesOfDelegatesWhenOnlyThePlaceChanges() {
        convenesEva();
        leave();
        assertThat(reply(complete("vote_mandate", named("Éva Roy")), "COMING")).hasStatus(303);
        move(elsewhere());
        assertThat(delegates()).contains("Sera là");
        assertThat(waiting())
                .extracting(QueuedLetter::body)
                .anyMatch(each ->
                        each.contains("votre réponse compte toujours") && !each.contains("ne compte plus"));
    }

    @Test
    void voidsRepliesOfDelegatesForAnHourThatComesBack() {
        convenesEva();
        leave();
        assertThat(reply(complete("vote_mandate", named("Éva Roy")), "COMING")).hasStatus(303);
        move(10);
        move(9);
        assertThat(delegates()).as("the move was told to nobody").contains("Sera là");
        move(10);
        leave();
        move(9);
        assertThat(waiting()).extracting(QueuedLetter::body).anyMatch(each -> each.contains("ne compte plus"));
        assertThat(delegates()).doesNotContain("Sera là");
    }

    @Test
    void forgetsTheReplyOfAnotherAddressWhenTheHourMoves() {
        String link = convenesEva();
        assertThat(reply(complete("vote_mandate", named("Éva Roy")), "COMING")).hasStatus(303);
        name(link, "Éva Roy", "eva@exemple.net");
        assertThat(delegates()).contains("Sera là");
        move(10);
        assertThat(delegates()).as("no letter left to the new address").doesNotContain("Sera là");
    }

    @Test
    void givesNoReplyToANewPersonOfTheSameName() {
        String link = convenesEva();
        assertThat(reply(complete("vote_mandate", named("Éva Roy")), "COMING")).hasStatus(303);
        assertThat(send(
                        link,
                        "version",
                        Pages.require(pages.asStranger().get(link))
                                .select("input[name=version]")
                                .val(),
                        "delegate-1",
                        "Éva Roy-Vega",
                        "delegate-mail-1",
                        "eva@exemple.org",
                        "delegate-2",
                        "Éva Roy",
                        "delegate-mail-2",
                        "eva.roy@exemple.net",
                        "signedBy",
                        "Luz Vega",
                        "authority",
                        "présidence"))
                .hasStatus(303);
        assertThat(db.sql("SELECT name FROM outreach.vote_named WHERE answer IS NOT NULL AND mandate ="
                                + " (SELECT mandate FROM outreach.vote_named WHERE id = ?)")
                        .param(named("Éva Roy"))
                        .query(String.class)
                        .list())
                .containsExactly("Éva Roy-Vega");
    }

    @Test
    void sendsNoMemberToAClosedForm() {
        ask();
        leave();
        move(10);
        assertThat(waiting().get(0).body()).contains("[[link]]");
        leave();
        moving.moveTo(clock.instant().plus(Duration.ofDays(6)));
        move(elsewhere());
        assertThat(waiting())
                .singleElement()
                .satisfies(each -> assertThat(each.body())
                        .contains("Le délai pour les changer par votre lien est passé")
                        .doesNotContain("[[link]]"));
    }

    @Test
    void tellsTheMeetingOfTheDayOfLettersThatWereNotLogged() throws IOException {
        ask();
        int asked = version();
        leave();
        db.sql("UPDATE outreach.assembly_meeting SET begins = begins + interval '1 hour', version = version + 1")
                .update();
        db.sql("UPDATE outreach.vote_letter SET id = mandate, meeting_version = ? WHERE mandate = ?")
                .params(version(), mandate())
                .update();
        db.sql(new ClassPathResource("db/migration/outreach/V20261130_0853__vote_tell_version_of_letters.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();
        assertThat(db.sql("SELECT meeting_version FROM outreach.vote_letter WHERE mandate = ?")
                        .param(mandate())
                        .query(Integer.class)
                        .single())
                .isEqualTo(asked);
    }

    private UUID mandate() {
        return db.sql("SELECT id FROM outreach.vote_mandate WHERE meeting = ? AND organisation = ?")
                .params(meeting.value(), federation.value())
                .query(UUID.class)
                .single();
    }

    private MeetingFacts elsewhere() {
        return new MeetingFacts(
                false,
                null,
                meetings.agenda(meeting).meeting().plan().begins(),
                null,
                new MeetingFacts.MeetingPlace("Salle 9", "QC-06", null));
    }

    private String delegates() {
        return main(Role.STAFF, url() + "/mandates/" + federation.value());
    }

    @Test
    void rewritesTheLettersThatWait() {
        convenesEva();
        db.sql("UPDATE platform.mail_message SET state = 'QUEUED', sent_at = NULL")
                .update();
        assertThat(preview(10).isNeeded()).isFalse();
        move(10);
        assertThat(waiting()).extracting(QueuedLetter::recipient).containsExactly("eva@exemple.org");
        assertThat(waiting().get(0).body()).contains(" 10\u00a0h").doesNotContain(" 9\u00a0h");
    }

    @Test
    void rewritesTheRequestThatWaits() {
        ask();
        move(10);
        assertThat(waiting()).singleElement().satisfies(each -> {
            assertThat(each.body()).contains(", 10\u00a0h").doesNotContain(", 9\u00a0h");
            assertThat(withheld(each)).isEqualTo("none");
        });
        db.sql("UPDATE outreach.assembly_meeting SET begins = begins + interval '1 hour', version = version + 1")
                .update();
        assertThat(withheld(waiting().get(0))).as("written meanwhile").isEqualTo("vote.letter.withheld.moved");
    }

    @Test
    void tellsACancellation() {
        convenesEva();
        leave();
        assertThat(board.callAs(() -> planning.previewCancellation(meeting, "Tempête"))
                        .orElseThrow()
                        .letters())
                .hasSize(2);
        assertThat(board.callAs(() -> planning.cancel(meeting, "Tempête"))).isEqualTo(2);
        assertThat(waiting()).hasSize(2).allSatisfy(each -> {
            assertThat(each.subject()).startsWith("Annulée");
            assertThat(each.body()).contains("Tempête").doesNotContain("[[link]]");
            assertThat(withheld(each)).isEqualTo("none");
        });
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/take-back")).hasStatus(303);
        assertThat(waiting()).isEmpty();
        assertThat(board.callAs(() -> notices.tellChange(meeting))).isEqualTo(2);
    }

    @Test
    void cancelsWithoutALetterWhatHasNotLeft() {
        ask();
        assertThat(board.callAs(() -> planning.cancel(meeting, "Tempête"))).isZero();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void remindsSilentMembersOnceADay() {
        String link = ask();
        assertThat(main(Role.STAFF, url() + "/mandates")).doesNotContain("Relancer");
        leave();
        assertThat(main(Role.STAFF, url() + "/mandates")).as("written to today").doesNotContain("Relancer");
        moving.moveTo(clock.instant().plus(Duration.ofDays(1)));
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Relancer 1 organisation");
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/remind"))
                .as("shown first")
                .hasStatus(200)
                .bodyText()
                .contains("Envoyer 1 rappel", "vents@exemple.org");
        assertThat(remind()).isEqualTo(303);
        assertThat(waiting())
                .singleElement()
                .satisfies(each -> assertThat(each.body()).contains("Nous n’avons pas encore les noms", "[[link]]"));
        assertThat(main(Role.STAFF, url() + "/mandates"))
                .contains("Rappel : En attente d’envoi")
                .doesNotContain("Relancer");
        assertThat(remind()).isEqualTo(422);
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/take-back")).hasStatus(303);
        assertThat(remind()).as("it was taken back").isEqualTo(303);
        leave();
        moving.moveTo(clock.instant().plus(Duration.ofDays(1)));
        send(link, "delegate-1", "Éva Roy", "signedBy", "Luz Vega", "authority", "présidence");
        assertThat(remind()).as("it has answered").isEqualTo(422);
    }

    @Test
    void movesTheLastDay() {
        String link = ask();
        String later = settings.today().plusDays(7).toString();
        assertThat(pages.as(Role.STAFF)
                        .post(url() + "/mandates/due", "due=" + settings.today().plusDays(11)))
                .hasStatus(422);
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Déplacer le dernier jour");
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/due", "due=" + later))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF)
                        .open(url() + "/mandates")
                        .select("main form.inline")
                        .attr("action"))
                .as("a member without an address is left to ask")
                .endsWith("/mandates");
        db.sql("DELETE FROM resources.membership WHERE organisation <> ?")
                .param(federation.value())
                .update();
        assertThat(pages.as(Role.STAFF)
                        .open(url() + "/mandates")
                        .select("main form.inline")
                        .attr("action"))
                .as("nobody is left")
                .endsWith("/mandates/due");
        String day = recipientWords.forOrganisation().date(settings.today().plusDays(7));
        assertThat(stranger(link)).contains("jusqu’au " + day.replace('\u00a0', ' '));
        assertThat(waiting())
                .singleElement()
                .satisfies(each -> assertThat(each.body()).contains("D’ici le " + day));
    }

    @Test
    void closesTheLinkAtTheDayOfTheMeeting() {
        String link = ask();
        db.sql("UPDATE outreach.assembly_meeting SET begins = begins - interval '11 days' WHERE id = ?")
                .param(meeting.value())
                .update();
        assertThat(pages.asStranger().get(link)).hasStatus(410).bodyText().contains("Le délai est passé");
        db.sql("UPDATE outreach.assembly_meeting SET state = 'HELD' WHERE id = ?")
                .param(meeting.value())
                .update();
        assertThat(pages.asStranger().get(link)).hasStatus(410).bodyText().contains("Cette assemblée a eu lieu");
    }

    @Test
    void keepsTheReplyAtAnotherAddress() {
        String link = convenesEva();
        UUID before = named("Éva Roy");
        String own = complete("vote_mandate", before);
        assertThat(reply(own, "COMING")).hasStatus(303);
        name(link, "Éva Roy", "eva@exemple.net");
        assertThat(named("Éva Roy")).isNotEqualTo(before);
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value())).contains("Sera là");
        assertThat(pages.asStranger().get(own))
                .as("the link of the old address")
                .hasStatus(404);
        assertThat(convene()).as("a notice to the new one").hasStatus(303);
    }

    @Test
    void namesMoreThanSixtyDelegates() {
        db.sql("UPDATE resources.delegation_bylaw SET steps = ?::jsonb")
                .param("[{\"from\": 0, \"delegates\": 80, \"votes\": 80}]")
                .update();
        String link = ask();
        List<String> fields = new ArrayList<>(List.of("signedBy", "Luz Vega", "authority", "présidence"));
        IntStream.rangeClosed(1, 72).forEach(i -> fields.addAll(List.of("delegate-" + i, "Personne " + i)));
        assertThat(send(link, fields.toArray(String[]::new))).hasStatus(303);
        assertThat(stranger(link)).contains("72 personnes nommées sur 80");
    }

    private String convenesEva() {
        String link = ask();
        leave();
        name(link, "Éva Roy", "eva@exemple.org");
        assertThat(convene()).hasStatus(303);
        return link;
    }

    private int remind() {
        String action = Pages.parse(pages.as(Role.STAFF).get(url() + "/mandates/remind"))
                .select("main form.gestures")
                .attr("action");
        return pages.as(Role.STAFF)
                .post(action.isEmpty() ? url() + "/mandates/remind" : action)
                .getResponse()
                .getStatus();
    }

    private MeetingFacts at(int hour) {
        return MeetingFixture.factsAt(settings.today().plusDays(10).atTime(hour, 0));
    }

    private MailingPreview preview(int hour) {
        return board.callAs(() -> planning.previewCorrection(meeting, version(), at(hour)))
                .orElse(new MailingPreview(List.of(), List.of(), List.of(), true, true, null));
    }

    private void move(int hour) {
        move(at(hour));
    }

    private void move(MeetingFacts facts) {
        int version = version();
        board.callAs(() -> planning.correct(meeting, version, facts));
    }

    private int version() {
        return meetings.agenda(meeting).meeting().version();
    }

    private void leave() {
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = posted_at WHERE state = 'QUEUED'")
                .update();
    }

    private List<QueuedLetter> waiting() {
        return db.sql(
                        "SELECT recipient, subject, body FROM platform.mail_message WHERE state = 'QUEUED' ORDER BY recipient DESC")
                .query(QueuedLetter.class)
                .list();
    }

    private String withheld(QueuedLetter letter) {
        return db
                .sql(
                        "SELECT about, recipient, purpose, record_id, posted_at FROM platform.mail_message WHERE recipient = ? AND state = 'QUEUED'")
                .param(letter.recipient())
                .query((row, n) -> new WaitingLetter(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getTimestamp(5).toInstant()))
                .list()
                .stream()
                .map(each -> board.callAs(
                        () -> completer("vote_mandate").withholdingReason(each).orElse("none")))
                .findFirst()
                .orElseThrow();
    }
}
