package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.identity.Role;
import org.convergence.platform.mail.LetterState;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;

/** Members who do not answer are reminded, the last day can be moved, and what they named stays. */
@ModuleTest
class MandateReminderTest extends MandateMoveFixture {

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
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Changer la date limite");
        assertThat(Pages.notice(pages.as(Role.STAFF).post(url() + "/mandates/due", "due=" + later)))
                .as("no letter had left")
                .contains("vote.mandate.due.moved\u001f\u001fd" + later)
                .endsWith("0");
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
        assertThat(asked()).as("when it leaves").contains("D’ici le " + day);
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value()))
                .contains("Date limite pour répondre : " + day.replace('\u00a0', ' '));
    }

    @Test
    void tellsAnotherLastDayToMembersWhoHoldTheFormerOne() {
        ask();
        leave();
        assertThat(main(Role.STAFF, url() + "/mandates")).doesNotContain("une autre date limite");
        String before = recipientWords.forOrganisation().date(settings.today().plusDays(5));
        String sooner = recipientWords.forOrganisation().date(settings.today().plusDays(3));
        assertThat(dueShown(3))
                .contains("l’annoncer à 1 organisation", "vents@exemple.org")
                .contains("est maintenant le " + sooner.replace('\u00a0', ' '))
                .contains("lettre disait le " + before.replace('\u00a0', ' '));
        assertThat(waiting()).as("shown first").isEmpty();
        moveDue(3);
        assertThat(waiting()).singleElement().satisfies(each -> {
            assertThat(each.subject()).contains("nouvelle date limite");
            assertThat(each.body()).contains("est maintenant le [[due]]", "lettre disait le " + before);
            assertThat(withheld(each)).isEqualTo("none");
        });
        assertThat(main(Role.STAFF, url() + "/mandates"))
                .contains("Nouvelle date limite : En attente d’envoi")
                .doesNotContain("une autre date limite");
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value()))
                .contains(
                        "Date limite des lettres de mandat changée : 1 organisation",
                        "Lettre sur la nouvelle date limite des mandats préparée pour une organisation : 1 en attente d’envoi");
        moveDue(4);
        assertThat(waiting()).as("it tells the day on which it leaves").hasSize(1);
        moveDue(5);
        assertThat(waiting()).as("the day that they hold").isEmpty();
        moveDue(4);
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/take-back")).hasStatus(303);
        assertThat(main(Role.STAFF, url() + "/mandates"))
                .contains("1 organisation a reçu une lettre avec une autre date limite");
        moveDue(4);
        leave();
        assertThat(dueShown(4)).doesNotContain("vents@exemple.org");
        assertThat(dueShown(5))
                .contains("lettre disait le "
                        + recipientWords
                                .forOrganisation()
                                .date(settings.today().plusDays(4))
                                .replace('\u00a0', ' '));
    }

    private String dueShown(int days) {
        return Pages.parse(pages.as(Role.STAFF).post(url() + "/mandates/due", "due=" + inDays(days)))
                .text();
    }

    private void moveDue(int days) {
        String mark = Pages.parse(pages.as(Role.STAFF).post(url() + "/mandates/due", "due=" + inDays(days)))
                .select("button[name=confirmed]")
                .val();
        if (!mark.isEmpty()) {
            assertThat(pages.as(Role.STAFF).post(url() + "/mandates/due", "due=" + inDays(days), "confirmed=" + mark))
                    .hasStatus(303);
        }
    }

    private String inDays(int days) {
        return settings.today().plusDays(days).toString();
    }

    @Test
    void notesNoticesDeliveredByPostOrByHand() {
        String link = ask();
        db.sql("UPDATE platform.mail_message SET state = 'FAILED', problem = 'REFUSED_RECIPIENT'")
                .update();
        name(link, "Éva Roy", "eva@exemple.org");
        String delivered = url() + "/mandates/delivered";
        assertThat(main(Role.STAFF, delivered))
                .contains("Fédération des grands vents Refusé", "Éva Roy Fédération des grands vents · ");
        assertThat(pages.as(Role.STAFF).post(delivered, "method=HAND", "on=" + inDays(0)))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                delivered,
                                "method=HAND",
                                "on=" + inDays(0),
                                "letters=" + federation.value(),
                                "letters=" + named("Éva Roy")))
                .hasStatus(303);
        String day = recipientWords.forOrganisation().date(settings.today()).replace('\u00a0', ' ');
        assertThat(delegates()).contains("Avis : Remis en main propre le " + day + " · ");
        assertThat(meetings.agenda(meeting).notice().leftOn())
                .as("another member with a right has none")
                .isNull();
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value()))
                .contains("Avis : 1 remis autrement, 1 sans avis");
        db.sql("DELETE FROM resources.membership WHERE organisation <> ?")
                .param(federation.value())
                .update();
        assertThat(meetings.agenda(meeting).notice().leftOn())
                .as("for the deadline")
                .isNotNull();
        assertThat(meetings.agenda(meeting).notice().resource())
                .satisfies(each -> assertThat(each.state()).isEqualTo(LetterState.DELIVERED_OTHERWISE));
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value()))
                .contains("Remise de l’avis notée : 2 personnes");
        assertThat(convene()).as("she has it").hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(delivered + "/" + federation.value() + "/undo"))
                .hasStatus(303);
        assertThat(delegates()).contains("Avis : Refusé");
        assertThat(pages.as(Role.STAFF).post(delivered + "/" + named("Éva Roy") + "/undo"))
                .hasStatus(303);
        assertThat(convene()).as("it is to be sent again").hasStatus(303);
    }

    @Test
    void convenesAMemberWhoseDelegatesAreNotedAlready() {
        ask();
        String due = recipientWords.forOrganisation().date(settings.today().plusDays(5));
        assertThat(asked()).contains("D’ici le " + due + ", nommez", "/outreach/vote/mandate/");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url() + "/mandates/" + federation.value(),
                                "delegate-1=Éva Roy",
                                "signedBy=Luz Vega",
                                "authority=trésorerie"))
                .hasStatus(303);
        assertThat(withheld(waiting().get(0))).isEqualTo("none");
        move(10);
        assertThat(waiting()).singleElement().satisfies(each -> {
            assertThat(each.body()).contains("vous convoque", "[[ask]]");
            assertThat(withheld(each)).isEqualTo("none");
        });
        assertThat(asked()).contains("Déjà noté\u00a0: Éva Roy. D’ici le " + due);
        moving.moveTo(clock.instant().plus(Duration.ofDays(6)));
        assertThat(withheld(waiting().get(0))).as("after the last day").isEqualTo("none");
        assertThat(asked()).contains("Déjà noté\u00a0: Éva Roy.", "est passé depuis le " + due);

        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/take-back")).hasStatus(303);
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Avis : Retenu");
        assertThat(delegates()).contains("1 nommée sur 5", "Avis : Retenu");
        assertThat(Pages.parse(pages.as(Role.STAFF).post(url() + "/mandates", "due=" + settings.today()))
                        .select("main")
                        .text())
                .as("it can be sent again")
                .contains("vents@exemple.org", "Déjà noté : Éva Roy.");
    }

    @Test
    void tellsARightThatChangedSinceItsNotice() {
        String link = ask();
        leave();
        moving.moveTo(clock.instant().plus(Duration.ofDays(2)));
        declare(settings.today(), 9_000);
        assertThat(stranger(link + "?in=fr"))
                .as("a headcount of after the notice changes no right")
                .contains("Vous avez droit à 5 personnes déléguées.")
                .doesNotContain("annonçait");
        declare(settings.today().minusDays(2), 9_000);
        assertThat(stranger(link + "?in=fr"))
                .contains("Vous avez droit à 2 personnes déléguées.", "Notre lettre en annonçait 5.");
        assertThat(main(Role.STAFF, url() + "/mandates"))
                .contains("Sa lettre en annonçait 5 : écrivez-lui de nouveau.");
        ask();
        assertThat(waiting())
                .singleElement()
                .satisfies(
                        each -> assertThat(each.body()).contains("droit à 2 personnes", "précédente en annonçait 5."));
        assertThat(main(Role.STAFF, url() + "/mandates")).doesNotContain("annonçait");
    }

    private void declare(LocalDate on, int headcount) {
        board.runAs(() -> headcounts.declare(
                new HeadcountFacts(federation, on, headcount, HeadcountStatus.DECLARED, null, null)));
    }

    private String asked() {
        return board.callAs(() -> completer("vote_mandate").complete(mandate())).getOrDefault("ask", "");
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
}
