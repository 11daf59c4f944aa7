package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.identity.Role;
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
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Déplacer le dernier jour");
        assertThat(Pages.notice(pages.as(Role.STAFF).post(url() + "/mandates/due", "due=" + later)))
                .as("no letter had left")
                .endsWith("vote.mandate.due.moved\u001f\u001fd" + later);
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
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value()))
                .contains("Dernier jour pour répondre : " + day.replace('\u00a0', ' '));
        leave();
        String last = settings.today().plusDays(8).toString();
        assertThat(Pages.notice(pages.as(Role.STAFF).post(url() + "/mandates/due", "due=" + last)))
                .as("the letter that left tells the former day")
                .endsWith("vote.mandate.due.moved.left\u001f\u001fd" + last);
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
