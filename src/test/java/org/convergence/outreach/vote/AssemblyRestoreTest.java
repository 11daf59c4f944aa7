package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPhone;
import org.convergence.identity.Role;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.OpeningFacts;
import org.convergence.outreach.vote.domain.Vote.VoteFacts;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.backup.BackupFixture;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestTags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A backup is restored in the middle of an assembly: what is published agrees with the roll, or nothing is. */
@ModuleTest
@Tag(TestTags.SLOW)
class AssemblyRestoreTest extends AssemblyDayFixture {

    @TempDir
    Path folder;

    @Autowired
    private BackupFixture backups;

    @Autowired
    private Clock clock;

    private String link = "";

    private @Nullable PartnerPhone phone;

    @Test
    void aVoteThatLostBallotsIsTakenBackAndHeldAgain() throws IOException, SQLException {
        everybodyIsIn();
        openDoor();
        VoteId vote = openNominal();
        Delegate eva = delegate("Fédération", 0);
        Delegate ali = delegate("Syndicat du petit port", 0);
        String ballot = door(() -> ballots.issueLink(eva.id()));
        cast(vote, ali, BallotChoice.FOR);
        backups.save(file());
        assertThat(pages.asStranger().post(ballot, "vote=" + vote.value(), "all=AGAINST"))
                .hasStatus(303);
        assertThat(close(vote)).isEqualTo(VoteOutcome.LOST);
        assertThat(main(Role.STAFF, vote(vote))).contains("17 contre");

        backups.restore(file());

        assertThatThrownBy(() -> close(vote))
                .as("one ballot of nineteen would carry it")
                .hasMessage("vote.refused.not-open");
        assertThat(main(Role.STAFF, vote(vote)))
                .contains("ouvert quand la sauvegarde", "ouvrez le vote de nouveau", "son lien de vote")
                .doesNotContain("Adopté", "Rejeté", "1 pour");
        assertThat(count("vote_ballot")).isZero();
        assertThat(count("vote_roll")).isZero();
        assertThat(count("assembly_resolution")).isZero();
        assertThat(pages.asStranger().get(ballot)).as("links are in no backup").hasStatus(404);
        assertPhoneIsToldThatItsLinkIsUnknown();

        openDoor();
        assertThat(list()).contains("Éva Roy", "Ali Diop", "Luz Vega", "le quorum est atteint");
        count(() -> {
            votes.open(vote, OpeningFacts.of(true));
            return true;
        });
        assertThat(main(Role.STAFF, vote(vote))).doesNotContain("sauvegarde");
        cast(vote, eva, BallotChoice.AGAINST);
        cast(vote, ali, BallotChoice.FOR);
        assertThat(close(vote)).isEqualTo(VoteOutcome.LOST);
        assertThat(main(Role.STAFF, vote(vote))).contains("1 pour, 17 contre");
        assertThat(db.sql("SELECT sum(cards) FROM outreach.vote_ballot")
                        .query(Integer.class)
                        .single())
                .isEqualTo(18);
    }

    @Test
    void lastNightsBackupKnowsNobodyInTheHallAndNoResult() throws IOException, SQLException {
        openDoor();
        backups.save(file());
        everybodyIsIn();
        VoteId vote = count(() -> {
            VoteId made = votes.create(
                    meeting, new VoteFacts(item, VoteKind.TEXT, VoteMethod.HANDS, "d’agir ensemble", null, null));
            votes.open(made, OpeningFacts.of(true));
            return made;
        });
        var hands = new CountedVotes(new CountedHands(12, 6, 1), null, Map.of(), false);
        assertThat(count(() -> votes.close(vote, hands))).isEqualTo(VoteOutcome.CARRIED);

        backups.restore(file());

        assertThat(pages.as(Role.STAFF).get(vote(vote))).hasStatus(404);
        assertThat(count("assembly_resolution")).isZero();
        assertPhoneIsToldThatItsLinkIsUnknown();
        openDoor();
        assertThat(list()).contains("Personne dans la salle").doesNotContain("Éva Roy");
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value()))
                .doesNotContain("quorum est atteint");
    }

    private Path file() {
        return folder.resolve("last-night.zip");
    }

    private void openDoor() {
        link = Pages.location(pages.as(Role.VOLUNTEER).post("/platform/door/assembly/" + meeting.value() + "/open"));
        phone = new PartnerPhone(mvc, pages, link);
    }

    /** With this answer the phone keeps what it noted, and says that the server does not know its link (door.js). */
    private void assertPhoneIsToldThatItsLinkIsUnknown() {
        assertThat(mvc.get().uri(link + "/list?device=d").exchange()).hasStatus(404);
        String move = "{\"move\": \"LEAVE\", \"guests\": [\"%s\"], \"at\": %d}"
                .formatted(UUID.randomUUID(), clock.instant().toEpochMilli());
        assertThat(Objects.requireNonNull(phone).send("d", 1, move)).hasStatus(404);
    }

    private String list() {
        return Pages.text(mvc.get().uri(link + "/list?device=d").exchange()).replace('\u00a0', ' ');
    }

    private static String vote(VoteId vote) {
        return "/outreach/vote/votes/" + vote.value();
    }

    private void cast(VoteId vote, Delegate delegate, BallotChoice choice) {
        count(() -> {
            ballots.cast(vote, delegate.id(), Map.of(choice, delegate.cards()));
            return true;
        });
    }

    private VoteOutcome close(VoteId vote) {
        return count(() -> votes.close(vote, CountedVotes.NOTHING));
    }

    private int count(String table) {
        return db.sql("SELECT count(*) FROM outreach." + table)
                .query(Integer.class)
                .single();
    }
}
