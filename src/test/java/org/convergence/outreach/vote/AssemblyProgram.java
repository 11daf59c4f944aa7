package org.convergence.outreach.vote;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.Convergence;
import org.convergence.directory.people.PersonId;
import org.convergence.faults.CrashTasks;
import org.convergence.faults.HalfwayGate.BlockedRow;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.outreach.vote.domain.Delegate.DelegateFacts;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.DoorService;
import org.convergence.outreach.vote.domain.ElectionService;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VotePolicy.PaperBatch;
import org.convergence.outreach.vote.domain.VoteQueries;
import org.convergence.outreach.vote.domain.VoteService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftLetterSender;
import org.convergence.resources.gift.domain.GiftService;
import org.convergence.resources.gift.domain.GiftService.GiftOrigin;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * The application, in which a delegate comes, another changes a ballot, a vote and an election are closed, a gift is recorded and another
 * is thanked for at the same time, then all of it once more.
 */
final class AssemblyProgram {

    static final List<BlockedRow> HALFWAY = List.of(
            new BlockedRow("outreach.vote_movement", "INSERT", "NEW.name = 'Zoé Nadeau'"),
            new BlockedRow("outreach.vote_ballot", "INSERT", "NEW.choice = 'ABSTAIN'"),
            new BlockedRow("outreach.vote", "UPDATE", "NEW.state = 'CLOSED'"),
            new BlockedRow("outreach.vote_candidate", "UPDATE", "NEW.name = 'Cléo Diaz'"),
            new BlockedRow("resources.gift", "INSERT", "NEW.reference = '0042'"),
            new BlockedRow("platform.mail_message", "INSERT", "NEW.purpose = 'gift_thanks'"));

    private AssemblyProgram() {}

    /** The arguments: a delegation, a delegate, the open vote by name, the open vote by hands, a donor, a fund, the open election, a gift. */
    public static void main(String[] arguments) throws InterruptedException {
        ApplicationContext application = SpringApplication.run(Convergence.class, CrashTasks.options());
        List<UUID> ids = List.of(arguments).stream().map(UUID::fromString).toList();
        Map<BallotChoice, Integer> parts = new EnumMap<>(BallotChoice.class);
        parts.put(BallotChoice.FOR, 11);
        parts.put(BallotChoice.ABSTAIN, 6);
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put(
                "door",
                () -> application
                        .getBean(DoorService.class)
                        .checkIn(new DoorDelegationId(ids.get(0)), new DelegateFacts("Zoé Nadeau", true, 0)));
        tasks.put(
                "ballot",
                () -> application
                        .getBean(BallotService.class)
                        .cast(new VoteId(ids.get(2)), new DelegateId(ids.get(1)), parts));
        tasks.put(
                "close",
                () -> application
                        .getBean(VoteService.class)
                        .close(
                                new VoteId(ids.get(3)),
                                new CountedVotes(new CountedHands(12, 6, 1), null, Map.of(), false)));
        tasks.put("election", () -> elect(application, new VoteId(ids.get(6))));
        tasks.put(
                "gift",
                () -> application
                        .getBean(GiftService.class)
                        .record(
                                new GiftFacts(
                                        new PersonId(ids.get(4)),
                                        application
                                                .getBean(OrganisationSettings.class)
                                                .today(),
                                        Money.of(CurrencyUnit.CAD, new BigDecimal("120.50")),
                                        GiftMethod.CHEQUE,
                                        "0042",
                                        "",
                                        "",
                                        new FundId(ids.get(5))),
                                GiftOrigin.ONCE));
        tasks.put("thanks", () -> application.getBean(GiftLetterSender.class).send(new GiftId(ids.get(7))));
        CrashTasks.runTwice(tasks);
    }

    private static void elect(ApplicationContext application, VoteId election) {
        VoteQueries queries = application.getBean(VoteQueries.class);
        Map<UUID, Integer> voices =
                queries.findByMeeting(queries.findById(election).meeting()).candidatesOf(election).stream()
                        .collect(Collectors.toMap(
                                Candidate::id, each -> each.name().length()));
        application
                .getBean(ElectionService.class)
                .close(
                        election,
                        new CountedVotes(null, new PaperBatch(19, 19, 0, "Éva Roy", "Ali Diop"), voices, false));
    }
}
