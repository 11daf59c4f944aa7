package org.convergence.resources.declaration.domain;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.domain.Round.RoundDays;
import org.convergence.resources.declaration.domain.Round.RoundId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds: prepared by the team, approved by the coordination, sent on their days. */
@Service
@Transactional
@Requires(DeclarationPermissions.ASK)
public class RoundService {

    private final RoundRepository rounds;
    private final RoundSender roundSender;
    private final OrganisationSettings settings;
    private final Clock clock;

    RoundService(RoundRepository rounds, RoundSender roundSender, OrganisationSettings settings, Clock clock) {
        this.rounds = rounds;
        this.roundSender = roundSender;
        this.settings = settings;
        this.clock = clock;
    }

    /** All rounds, the latest reference date first. */
    @Transactional(readOnly = true)
    @Requires(DeclarationPermissions.READ)
    public List<Round> findAll() {
        return rounds.findAllByOrderByCountedOnDesc();
    }

    /** @throws NotFound if there is no such round */
    @Transactional(readOnly = true)
    @Requires(DeclarationPermissions.READ)
    public Round findById(RoundId id) {
        return rounds.findById(id.value()).orElseThrow(() -> new NotFound("round"));
    }

    /**
     * Prepares a round. Nothing is sent before it is approved.
     *
     * @throws Refused if there is one for the same reference date
     */
    public RoundId prepare(RoundDays days) {
        try {
            return rounds.save(Round.create(days)).typedId();
        } catch (DuplicateKeyException taken) {
            throw new Refused("declaration.refused.twice", days.countedOn());
        }
    }

    /**
     * Changes the days of a round. In an approved round only the closing and the reminder can change, since members
     * know the others, and only with the permission to approve. Its waiting letters are written again with the new last
     * day.
     *
     * @throws Refused if that does not hold, or there is a round for the same reference date
     */
    public MovedRound move(RoundId id, int version, RoundDays days) {
        Round before = findById(id);
        OptimisticLock.requireSameVersion(Round.TABLE, before.id(), version, before.version());
        boolean fixed =
                !before.countedOn().equals(days.countedOn()) || !before.asksOn().equals(days.asksOn());
        if (before.isApproved() && fixed) {
            throw new Refused("declaration.refused.approved");
        }
        if (before.isApproved() && !CurrentActor.get().may(DeclarationPermissions.APPROVE)) {
            throw new Refused("declaration.refused.approver");
        }
        Round moved;
        try {
            moved = OptimisticLock.save(rounds, before.withDays(days), Round.TABLE, before.id(), version);
        } catch (DuplicateKeyException taken) {
            throw new Refused("declaration.refused.twice", days.countedOn());
        }
        return before.isApproved() && !before.closesOn().equals(days.closesOn())
                ? new MovedRound(roundSender.rewrite(moved), roundSender.countToldUnanswered(moved))
                : new MovedRound(0, 0);
    }

    /**
     * What became of the letters of a round whose last day changed.
     *
     * @param rewritten how many waited, and tell the new day now
     * @param told how many unanswered questions left with the day of before
     */
    public record MovedRound(int rewritten, int told) {}

    /**
     * Approves the days of a round, and immediately sends the letters due today, also to organisations whose question
     * was refused.
     *
     * @return how many organisations were asked
     * @throws Refused if it is closed
     */
    @Requires(DeclarationPermissions.APPROVE)
    public int approve(RoundId id) {
        Round round = lock(id);
        if (RoundPolicy.isOver(round.days(), settings.today())) {
            throw new Refused("declaration.refused.over", round.closesOn());
        }
        if (!round.isApproved()) {
            round = OptimisticLock.save(
                    rounds, round.withApproval(clock.instant()), Round.TABLE, round.id(), round.version());
        }
        return roundSender.send(round, settings.today(), true);
    }

    /**
     * Withdraws the approval of a round whose letters have not left: it is to be approved again, its days can change,
     * and its waiting letters are taken back.
     *
     * @return how many letters were taken back
     * @throws Refused if it is closed, or a letter has left or is about to
     */
    @Requires(DeclarationPermissions.APPROVE)
    public int withdrawApproval(RoundId id) {
        Round round = lock(id);
        if (!round.isApproved() || RoundPolicy.isOver(round.days(), settings.today())) {
            throw new Refused("declaration.refused.not-open");
        }
        int taken = roundSender.takeBack(round);
        int left = roundSender.countLeft(round);
        if (left > 0) {
            throw new Refused("declaration.refused.left", left);
        }
        OptimisticLock.save(rounds, round.withApproval(null), Round.TABLE, round.id(), round.version());
        return taken;
    }

    private Round lock(RoundId id) {
        return rounds.findLockedById(id.value()).orElseThrow(() -> new NotFound("round"));
    }

    /** Takes back waiting letters, and returns their number. */
    public int takeBack(RoundId id) {
        return roundSender.takeBack(findById(id));
    }

    /**
     * Reminds all silent organisations, except those written to today.
     *
     * @return how many
     * @throws Refused if it is not approved, or closed
     */
    public int remind(RoundId id) {
        Round round = lock(id);
        if (RoundPolicy.stepOn(round.days(), round.isApproved(), settings.today()) == RoundPolicy.RoundStep.NONE) {
            throw new Refused("declaration.refused.not-open");
        }
        return roundSender.remind(round, roundSender.startOfDay(settings.today()), false);
    }

    /** Sends what approved rounds require, hourly from 8 to 11 on weekdays in the organisation's time zone. */
    @Component
    @Recurrence(name = "declaration-rounds", cron = "0 0 8-11 * * MON-FRI")
    static class RoundSchedule implements RecurringWork {

        private static final Logger LOG = LoggerFactory.getLogger(RoundSchedule.class);

        private final RoundRepository rounds;
        private final RoundSender roundSender;
        private final OrganisationSettings settings;
        private final TransactionTemplate transactions;

        RoundSchedule(
                RoundRepository rounds,
                RoundSender roundSender,
                OrganisationSettings settings,
                PlatformTransactionManager transactions) {
            this.rounds = rounds;
            this.roundSender = roundSender;
            this.settings = settings;
            this.transactions = new TransactionTemplate(transactions);
        }

        @Override
        public ZoneId zone() {
            return settings.current().zone();
        }

        @Override
        public void run() {
            for (Round round : rounds.findAllByOrderByCountedOnDesc()) {
                // Read again under a lock: its approval may have been withdrawn meanwhile.
                Integer asked = transactions.execute(status -> rounds.findLockedById(round.id())
                        .map(current -> roundSender.send(current, settings.today(), false))
                        .orElse(0));
                if (asked != null && asked > 0) {
                    LOG.info("{} organisations were asked for their headcount", asked);
                }
            }
        }
    }

    /** References from questions to organisations: after a merge, one question per round stays. */
    @Bean
    static IdentityReferences referencesFromDeclaration(ReferenceDeclarations declare) {
        return declare.table("resources.declaration_question")
                .organisation("organisation")
                .onePer("round");
    }
}
