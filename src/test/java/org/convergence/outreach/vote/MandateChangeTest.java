package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.merging.MergeService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.outreach.vote.domain.MandateLetterService;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter.WaitingLetter;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of letters, links and addresses when a mandate letter or its meeting changes. */
@ModuleTest
class MandateChangeTest extends MandateLetterFixture {

    @Autowired
    private MergeService merging;

    @Autowired
    private MandateLetterService mandates;

    @Autowired
    private MovingClock moving;

    @AfterEach
    void resetClock() {
        moving.reset();
    }

    @Test
    void staysWithGeneralAssemblies() {
        meeting = meetings.plan(
                board.addBody(BodyKind.BOARD, new Quorum(Quorum.QuorumMeasure.SEATS, 1, 2, true)),
                settings.today().plusDays(10).atTime(9, 0));
        assertThat(pages.as(Role.STAFF)
                        .post(url() + "/mandates", "due=" + settings.today().plusDays(5)))
                .hasStatus(404);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url() + "/mandates/" + federation.value(),
                                "delegate-1=Éva Roy",
                                "signedBy=Luz Vega",
                                "authority=présidence"))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/delegates")).hasStatus(422);
        assertThat(pages.as(Role.STAFF).get(url() + "/mandates")).hasStatus(404);
        assertThatThrownBy(() -> board.callAs(() -> mandates.ask(meeting, settings.today())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not-assembly");
        assertThat(letters()).isZero();
    }

    @Test
    void closesTheLinkOfAPersonWhoIsReplaced() {
        String link = ask();
        name(link, "Éva Roy", "eva@exemple.org");
        String own = complete("vote_mandate", named("Éva Roy"));
        assertThat(stranger(own)).contains("Y serez-vous");
        name(link, "Bo Côté", "bo@exemple.org");
        assertThat(pages.asStranger().get(own)).hasStatus(404);
    }

    @Test
    void writesToTheAddressOfNow() {
        String link = ask();
        name(link, "Éva Roi", "eva@exemple.org");
        UUID eva = named("Éva Roi");
        assertThat(convene()).hasStatus(303);
        assertThat(withheld(eva, "eva@exemple.org", clock.instant())).isEqualTo("none");

        name(link, "Éva Roy", "eva@exemple.org");
        assertThat(named("Éva Roy")).as("a corrected name").isEqualTo(eva);
        assertThat(convene()).hasStatus(422);

        name(link, "Éva Roy", "eva@exemple.net");
        assertThat(withheld(eva, "eva@exemple.org", clock.instant())).isEqualTo("vote.letter.withheld.replaced");
        assertThat(main(Role.STAFF, url() + "/mandates/delegates")).contains("eva@exemple.net");
        assertThat(convene()).hasStatus(303);

        UUID now = named("Éva Roy");
        Instant posted = clock.instant().minusSeconds(60);
        assertThat(withheld(now, "eva@exemple.net", posted)).isEqualTo("none");
        complete("vote_mandate", now);
        db.sql("UPDATE outreach.assembly_link SET revoked_at = now()").update();
        assertThat(withheld(now, "eva@exemple.net", posted)).isEqualTo("vote.letter.withheld.revoked");
    }

    @Test
    void mergesAMemberEnteredTwice() {
        OrganisationId twice = board.callAs(() -> people.findOrCreateOrganisation("Fédération des vents"));
        name(ask(), "Éva Roy", "eva@exemple.org");
        UUID other = Ids.next();
        db.sql("INSERT INTO outreach.vote_mandate (id, meeting, organisation, due_on) VALUES (?, ?, ?, ?)")
                .params(other, meeting.value(), twice.value(), settings.today())
                .update();
        db.sql(
                        "INSERT INTO outreach.vote_named (id, mandate, position, name, substitute) VALUES (?, ?, 0, 'Ali', false)")
                .params(Ids.next(), other)
                .update();
        db.sql("INSERT INTO outreach.vote_mandate_link (id, mandate, token, made_at) VALUES (?, ?, ?, now())")
                .params(Ids.next(), other, new byte[32])
                .update();
        board.runAs(() -> merging.mergeOrganisations(version(twice), version(federation), Map.of()));
        assertThat(letters()).isEqualTo(1);
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value())).contains("Éva Roy");
    }

    @Test
    void saysThatACancelledAssemblyIsOver() {
        String link = ask();
        db.sql("UPDATE outreach.assembly_meeting SET state = 'CANCELLED', cancelled_reason = 'tempête' WHERE id = ?")
                .param(meeting.value())
                .update();
        assertThat(pages.asStranger().get(link))
                .hasStatus(410)
                .bodyText()
                .contains("Cette assemblée est annulée")
                .doesNotContain("Le délai est passé");
    }

    @Test
    void withholdsAWaitingLetterOfAnotherRight() {
        ask();
        UUID letter = db.sql("SELECT l.id FROM outreach.vote_letter l WHERE l.mandate = ?")
                .param(mandate())
                .query(UUID.class)
                .single();
        assertThat(withheldAsking(letter)).isEqualTo("none");
        declare(49_990);
        assertThat(withheldAsking(letter)).as("the same right").isEqualTo("none");
        assertThat(board.callAs(() -> completer("vote_mandate").complete(mandate())))
                .as("the headcount of the day on which the letter leaves")
                .extractingByKey("why")
                .asString()
                .contains("49\u00a0990");
        declare(9_000);
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Sa lettre, qui n’est pas partie, en dit 5");
        assertThat(withheldAsking(letter)).isEqualTo("vote.letter.withheld.right");
    }

    @Test
    void readsTheRightOfTheDayOnWhichTheNoticeWasHandedOver() {
        String handed = settings.today().toString();
        moving.moveTo(clock.instant().plus(Duration.ofDays(3)));
        declare(9_000);
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Fédération des grands vents 2 personnes déléguées");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url() + "/mandates/delivered",
                                "method=POST",
                                "on=" + handed,
                                "letters=" + federation.value()))
                .hasStatus(303);
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Fédération des grands vents 5 personnes déléguées");
    }

    private void declare(int headcount) {
        board.runAs(() -> headcounts.declare(
                new HeadcountFacts(federation, settings.today(), headcount, HeadcountStatus.DECLARED, null, null)));
    }

    private UUID mandate() {
        return db.sql("SELECT id FROM outreach.vote_mandate WHERE meeting = ? AND organisation = ?")
                .params(meeting.value(), federation.value())
                .query(UUID.class)
                .single();
    }

    private String withheldAsking(UUID letter) {
        return board.callAs(() -> completer("vote_mandate")
                .withholdingReason(
                        new WaitingLetter(mandate(), "vents@exemple.org", "vote_mandate", letter, clock.instant()))
                .orElse("none"));
    }

    private RecordVersion version(OrganisationId id) {
        return new RecordVersion(
                id.value(),
                db.sql("SELECT version FROM directory.people_organisation WHERE id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single());
    }

    private int letters() {
        return db.sql("SELECT count(*) FROM outreach.vote_mandate WHERE meeting = ?")
                .param(meeting.value())
                .query(Integer.class)
                .single();
    }

    private String withheld(UUID named, String to, Instant posted) {
        return board.callAs(() -> completer("vote_mandate")
                .withholdingReason(new WaitingLetter(named, to, "vote_delegate", named, posted))
                .orElse("none"));
    }
}
