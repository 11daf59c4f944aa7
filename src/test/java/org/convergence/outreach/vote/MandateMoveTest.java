package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.domain.MeetingService.CancelledMeeting;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A moved or cancelled assembly is told to the members asked and to the delegates convened by a link. */
@ModuleTest
class MandateMoveTest extends MandateMoveFixture {

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
        assertThat(waiting())
                .as("the delegate may answer by mail, the member names people by its link")
                .filteredOn(each -> each.body().contains("empiece con «sí»"))
                .hasSize(1);
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
                .anyMatch(each -> each.contains("votre réponse compte toujours") && !each.contains("ne compte plus"));
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

    @Test
    void rewritesTheLettersThatWait() {
        convenesEva();
        db.sql("UPDATE platform.mail_message SET state = 'QUEUED', sent_at = NULL")
                .update();
        assertThat(preview(10).isNeeded()).isFalse();
        move(10);
        assertThat(waiting())
                .extracting(QueuedLetter::recipient)
                .as("a member who named its delegates is convened as well")
                .containsExactly("vents@exemple.org", "eva@exemple.org");
        assertThat(waiting())
                .allSatisfy(
                        each -> assertThat(each.body()).contains(" 10\u00a0h").doesNotContain(" 9\u00a0h"));
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
        assertThat(board.callAs(() -> planning.cancel(meeting, "Tempête").posted()))
                .isEqualTo(2);
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
    void cancelsTheHourThatEachReaderKnows() {
        convenesEva();
        leave();
        move(14);
        assertThat(board.callAs(() -> planning.cancel(meeting, "Tempête").posted()))
                .isEqualTo(2);
        assertThat(waiting())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.body())
                        .containsPattern("annulée\u00a0: .*, 9\u00a0h")
                        .containsPattern("entre-temps\u00a0: .*, 14\u00a0h"));
    }

    @Test
    void keepsTheStateOfItsNoticeAfterChangesAndCancellation() {
        db.sql("DELETE FROM resources.membership WHERE organisation <> ?")
                .param(federation.value())
                .update();
        convenesEva();
        leave();
        move(14);
        db.sql(
                        "UPDATE platform.mail_message SET state = 'FAILED', problem = 'BOUNCED' WHERE recipient = 'eva@exemple.org'")
                .update();
        leave();
        board.runAs(() -> planning.cancel(meeting, "Tempête"));
        assertThat(meetings.agenda(meeting).notice().resource()).satisfies(each -> {
            assertThat(each.state()).isEqualTo(LetterState.SENT);
            assertThat(each.leftOn()).isNotNull();
        });
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value()))
                .contains("Avis de convocation 1 parti (le ", "Avis de l’annulation : 1 en attente d’envoi")
                .contains("Avis de convocation préparé pour une personne : 1 parti")
                .contains("Avis du changement préparé pour 2 personnes : 1 parti, 1 refusé")
                .contains("Avis d’annulation préparé pour une personne : 1 en attente d’envoi");
    }

    @Test
    void cancelsWithoutALetterWhatHasNotLeft() {
        ask();
        int asked = waiting().size();
        assertThat(asked).isPositive();
        assertThat(board.callAs(() -> planning.cancel(meeting, "Tempête"))).isEqualTo(new CancelledMeeting(0, asked));
        assertThat(waiting()).isEmpty();
    }
}
