package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.convergence.cooperation.fieldwork.PartnerPhone;
import org.convergence.identity.Role;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Phones with a wrong clock at the door, and delegates who leave and return during a vote. */
@ModuleTest
class AssemblyFaultsTest extends AssemblyDayFixture {

    @Autowired
    private Clock clock;

    @Autowired
    private MovingClock time;

    private @Nullable PartnerPhone phone;
    private int sequence;

    @Test
    void aPhoneWithAFastClockDoesNotKeepADelegateOut() {
        openDoor();
        Delegate ali = delegate("Syndicat du petit port", 0);
        assertThat(note("fast", "LEAVE", ali, clock.instant().plus(Duration.ofHours(3)), 0))
                .isEqualTo("DONE");
        time.advance(Duration.ofSeconds(40));
        assertThat(note("right", "RETURN", ali, clock.instant(), 0))
                .as("later by the server, hours earlier by the fast phone")
                .isEqualTo("DONE");
        assertThat(delegate("Syndicat du petit port", 0).present()).isTrue();
    }

    @Test
    void aPhoneWhoseDifferenceIsKnownIsReadAtTheTimeOfTheDoor() {
        openDoor();
        Delegate ali = delegate("Syndicat du petit port", 0);
        time.advance(Duration.ofMinutes(10));
        Duration slow = Duration.ofHours(5);
        Instant left = clock.instant();
        assertThat(note("slow", "LEAVE", ali, left.minus(slow), slow.toMillis()))
                .isEqualTo("DONE");
        assertThat(Duration.between(left, delegate("Syndicat du petit port", 0).changedAt())
                        .abs())
                .isLessThan(Duration.ofSeconds(5));
        assertThat(note("other", "ENTER", ali, left.minusSeconds(60), 0))
                .as("noted without network before she left")
                .isEqualTo("DOUBLE");
        assertThat(delegate("Syndicat du petit port", 0).present()).isFalse();
    }

    @Test
    void aDelegateWhoLeavesAndReturnsVotesOnceWithTheCardsOfTheRoll() {
        openDoor();
        VoteId vote = openNominal();
        Delegate eva = delegate("Fédération", 0);
        Delegate ali = delegate("Syndicat du petit port", 0);
        cast(vote, eva, BallotChoice.FOR);
        cast(vote, ali, BallotChoice.AGAINST);
        door(() -> door.setPresent(eva.id(), false));
        assertThatThrownBy(() -> cast(vote, eva, BallotChoice.AGAINST)).hasMessage("public.vote.refused.left");
        door(() -> door.setPresent(eva.id(), true));
        cast(vote, eva, BallotChoice.AGAINST);
        Delegate luz = delegate("Syndicat du petit port", 1);
        door(() -> door.setPresent(luz.id(), false));
        assertThat(count(() -> votes.close(vote, CountedVotes.NOTHING))).isEqualTo(VoteOutcome.LOST);
        assertThat(main(Role.STAFF, "/outreach/vote/votes/" + vote.value()))
                .contains("0 pour, 18 contre")
                .doesNotContain("19 contre");
        assertThat(db.sql("""
                        SELECT (SELECT sum(cards) FROM outreach.vote_ballot) || ' of '
                            || (SELECT sum(cards) FROM outreach.vote_roll)""").query(String.class).single())
                .as("who left without voting is on the roll, and counted for neither side")
                .isEqualTo("18 of 19");
    }

    private void openDoor() {
        everybodyIsIn();
        phone = new PartnerPhone(
                mvc,
                pages,
                Pages.location(pages.as(Role.VOLUNTEER).post("/platform/door/assembly/" + meeting.value() + "/open")));
    }

    private String note(String device, String move, Delegate delegate, Instant at, long offset) {
        var answer = Objects.requireNonNull(phone)
                .send(
                        device,
                        ++sequence,
                        "{\"move\": \"%s\", \"guests\": [\"%s\"], \"at\": %d, \"offset\": %d}"
                                .formatted(move, delegate.id().value(), at.toEpochMilli(), offset));
        return JsonPath.read(Pages.text(answer), "$.answers[0].outcome");
    }

    private void cast(VoteId vote, Delegate delegate, BallotChoice choice) {
        count(() -> {
            ballots.cast(vote, delegate.id(), Map.of(choice, delegate.cards()));
            return true;
        });
    }
}
