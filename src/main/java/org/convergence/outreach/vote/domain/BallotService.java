package org.convergence.outreach.vote.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.GuestAccessService;
import org.convergence.outreach.assembly.domain.GuestBallotSource;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.Vote.VoteState;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ballots by name: each delegate votes with all cards, whole or split (R-VOTE-2), by the link of their notice or one that
 * the door gives. Both open the same ballot.
 */
@Service
@Transactional
@Open("a link opens the ballot of one delegate")
public class BallotService {

    /** Where ballots are, before the secret. */
    public static final String PATH = "/outreach/vote/link/";

    /** How long a link lasts: the day of an assembly, and the night after it (R-L25-23). */
    static final Duration LINKS_LAST = Duration.ofHours(36);

    private final DoorRepository door;
    private final VoteRepository votes;
    private final MandateLetterRepository mandates;
    private final GuestAccessService notices;
    private final JdbcClient db;
    private final Clock clock;

    BallotService(
            DoorRepository door,
            VoteRepository votes,
            MandateLetterRepository mandates,
            GuestAccessService notices,
            JdbcClient db,
            Clock clock) {
        this.door = door;
        this.votes = votes;
        this.mandates = mandates;
        this.notices = notices;
        this.db = db;
        this.clock = clock;
    }

    /**
     * What a delegate sees.
     *
     * @param vote the open vote by name; {@code null} if none is open
     * @param cards of the delegate on its roll; 0 if the delegate was not in the hall when it opened
     * @param ballot as it was cast; empty if it was not
     */
    public record BallotView(
            Delegate delegate,
            DoorDelegation delegation,
            @Nullable Vote vote,
            int cards,
            Map<BallotChoice, Integer> ballot) {}

    /** Makes a link for a delegate; earlier ones open nothing any more. */
    @Requires(VotePermissions.CHECK_IN)
    public String issueLink(DelegateId delegate) {
        door.findDelegate(delegate);
        Token token = Token.random();
        door.deleteLink(delegate);
        db.sql("INSERT INTO outreach.vote_link (id, delegate, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), delegate.value(), token.hash(), SqlTime.now(clock))
                .update();
        return PATH + token.secret();
    }

    /** @throws NotFound if the secret opens nothing */
    @Transactional(readOnly = true)
    public BallotView open(String secret) {
        Delegate delegate = door.findDelegate(findDelegate(secret));
        DoorDelegation delegation = door.findDelegation(delegate.delegation());
        Vote vote = findOpen(votes, delegation.meeting());
        return new BallotView(
                delegate,
                delegation,
                vote,
                vote == null ? 0 : votes.findRollCards(vote.id(), delegate.id()),
                vote == null ? Map.of() : votes.findBallot(vote.id(), delegate.id()));
    }

    private static @Nullable Vote findOpen(VoteRepository votes, MeetingId meeting) {
        return votes.findByMeeting(meeting).stream()
                .filter(each -> each.state() == VoteState.OPEN && each.method() == VoteMethod.NOMINAL)
                .findFirst()
                .orElse(null);
    }

    /** Casts the ballot of the delegate behind a link, or replaces it while the vote is open. */
    public void castByLink(String secret, VoteId vote, Map<BallotChoice, Integer> parts) {
        store(vote, findDelegate(secret), parts);
    }

    /** Casts the ballot of a delegate without a phone, that a scrutineer read by name. */
    @Requires(VotePermissions.COUNT)
    public void cast(VoteId vote, DelegateId delegate, Map<BallotChoice, Integer> parts) {
        store(vote, delegate, parts);
    }

    /**
     * The vote's row is locked with other ballots: closing waits for those that arrived, and a later one finds it closed.
     * The row of the roll is locked alone: of two phones, the second replaces the first.
     */
    private void store(VoteId id, DelegateId delegate, Map<BallotChoice, Integer> parts) {
        Vote vote = votes.lockShared(id);
        if (vote.method() != VoteMethod.NOMINAL) {
            throw new Refused("vote.refused.not-nominal");
        }
        if (vote.state() != VoteState.OPEN) {
            throw new Refused("public.vote.refused.not-open");
        }
        int cards = votes.lockRoll(id, delegate);
        if (cards == 0) {
            throw new Refused("public.vote.refused.not-on-roll");
        }
        if (!door.findDelegate(delegate).present()) {
            throw new Refused("public.vote.refused.left");
        }
        VotePolicy.requireWhole(parts, cards);
        votes.replaceBallot(id, delegate, parts);
    }

    private DelegateId findDelegate(String secret) {
        return db.sql("SELECT delegate FROM outreach.vote_link WHERE token = ? AND made_at > ?")
                .params(Token.hashOf(secret), SqlTime.now(clock).minus(LINKS_LAST))
                .query(UUID.class)
                .optional()
                .map(DelegateId::new)
                .or(() ->
                        notices.findGuest(secret).flatMap(mandates::findBearer).map(Delegate::id))
                .orElseThrow(() -> new NotFound("delegate"));
    }

    /** Shows the ballot on the page that the notice's link opens, from the arrival to the end of the links of the door. */
    @Component
    record NoticeBallots(DoorRepository door, VoteRepository votes, MandateLetterRepository mandates, Clock clock)
            implements GuestBallotSource {

        @Override
        public Optional<GuestBallot> findBallot(UUID guest) {
            return mandates.findBearer(guest).flatMap(bearer -> {
                boolean isOpen =
                        findOpen(votes, door.findDelegation(bearer.delegation()).meeting()) != null;
                return isOpen || bearer.changedAt().isAfter(clock.instant().minus(LINKS_LAST))
                        ? Optional.of(new GuestBallot(PATH, isOpen))
                        : Optional.empty();
            });
        }
    }

    /** Deletes links that no longer open anything, and addresses of people named for an assembly (R-L25-23). */
    @Bean
    static RecurringWork voteLinkCleanup(
            JdbcClient db,
            MandateLetterRepository mandates,
            OrganisationSettings settings,
            Clock clock,
            TransactionOperations transactions) {
        return RecurringWork.of(
                "vote-sweep",
                "0 45 4 * * *",
                () -> transactions.executeWithoutResult(status -> {
                    db.sql("DELETE FROM outreach.vote_link WHERE made_at <= ?")
                            .param(SqlTime.now(clock).minus(LINKS_LAST))
                            .update();
                    mandates.deleteExpired(settings.today());
                }));
    }
}
