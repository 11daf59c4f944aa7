package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.faults.CrashTasks;
import org.convergence.faults.HalfwayGate;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.ElectionService;
import org.convergence.outreach.vote.domain.Vote.OpeningFacts;
import org.convergence.outreach.vote.domain.Vote.VoteFacts;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.resources.fund.FundNature;
import org.convergence.resources.fund.domain.FundService;
import org.convergence.resources.fund.domain.FundService.FundFacts;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftService;
import org.convergence.resources.gift.domain.GiftService.GiftOrigin;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * A crash while a delegate is checked in, a ballot is replaced, a vote and an election are closed, a gift is recorded and another is
 * thanked for: each is undone whole, and after the next start each is done exactly once.
 */
@ModuleTest
@Tag(TestTags.SLOW)
class AssemblyCrashTest extends AssemblyDayFixture {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Autowired
    private FundService funds;

    @Autowired
    private GiftService gifts;

    @Autowired
    private ElectionService elections;

    @Autowired
    private TestDatabase database;

    @Value("${convergence.keys.dir}")
    private String keys = "";

    @Test
    void crashLosesNothingAndRepeatsNothing() throws Exception {
        everybodyIsIn();
        Delegate eva = delegate("Fédération", 0);
        VoteId byName = openNominal();
        count(() -> {
            ballots.cast(byName, eva.id(), Map.of(BallotChoice.AGAINST, 17));
            return true;
        });
        UUID federation = delegation("Fédération").id().value();
        UUID donor = board.addPerson("Berthe", "Lanoix", "fr").value();
        UUID fund = count(() -> funds.record(new FundFacts(
                        "Semences",
                        FundNature.EXTERNAL,
                        "CAD",
                        settings.today().minusYears(1),
                        "Essai",
                        "Essai",
                        "",
                        "")))
                .value();
        VoteId byHands = openElsewhere(
                new VoteFacts(item, VoteKind.TEXT, VoteMethod.HANDS, "d’agir à mains levées", null, null));
        VoteId election =
                openElsewhere(new VoteFacts(item, VoteKind.ELECTION, VoteMethod.PAPER, "un poste au conseil", null, 1));
        UUID given = count(() -> gifts.record(
                        new GiftFacts(
                                new PersonId(donor),
                                settings.today(),
                                Money.of(CurrencyUnit.CAD, 60),
                                GiftMethod.CASH,
                                "",
                                "",
                                "",
                                null),
                        GiftOrigin.ONCE))
                .value();
        String[] arguments = Stream.of(
                        federation,
                        eva.id().value(),
                        byName.value(),
                        byHands.value(),
                        donor,
                        fund,
                        election.value(),
                        given)
                .map(UUID::toString)
                .toArray(String[]::new);

        try (var middles = new HalfwayGate(database, AssemblyProgram.HALFWAY);
                var program = program(arguments)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .failFast("The program ended", () -> !program.isAlive())
                    .untilAsserted(() -> assertThat(middles.reached())
                            .as("%s", program.lines())
                            .isEqualTo(AssemblyProgram.HALFWAY.size()));
            program.kill();
            assertThat(program.lines()).noneMatch(line -> line.contains(" done"));
            middles.open();
            await().atMost(PATIENCE).until(() -> middles.reached() == 0);
        }
        assertSoftly(softly -> {
            softly.assertThat(find("vote_delegate WHERE name = 'Zoé Nadeau'", "name"))
                    .as("half an arrival")
                    .isEmpty();
            softly.assertThat(ballotOf(eva)).as("the ballot before").isEqualTo("AGAINST 17");
            softly.assertThat(find("vote WHERE id = '" + byHands.value() + "'", "state"))
                    .isEqualTo("OPEN");
            softly.assertThat(elected(election)).as("half an election").isEmpty();
            softly.assertThat(find("assembly_resolution", "text"))
                    .as("half a result")
                    .isEmpty();
            softly.assertThat(money()).as("half a gift").isEqualTo("0 gifts, 0 payments, 0 movements");
            softly.assertThat(thanks()).as("no letter that nobody sent").isZero();
        });

        try (var program = program(arguments)) {
            await().atMost(PATIENCE).until(() -> program.lines().contains("evening done") || !program.isAlive());
            assertThat(program.lines())
                    .contains(
                            "door done",
                            "door done again",
                            "ballot done",
                            "ballot done again",
                            "close done",
                            "gift done")
                    .contains("election done", "election refused: vote.refused.not-open")
                    .contains("thanks done", "thanks refused: gift.refused.thanks-wait")
                    .contains("close refused: vote.refused.not-open")
                    .anyMatch(line -> line.startsWith("gift refused: gift.refused."));
        }
        assertThat(find("vote_delegate WHERE name = 'Zoé Nadeau'", "name")).isEqualTo("Zoé Nadeau");
        assertThat(find("vote_movement WHERE name = 'Zoé Nadeau'", "kind")).isEqualTo("ARRIVED");
        assertThat(ballotOf(eva)).isEqualTo("ABSTAIN 6, FOR 11");
        assertThat(find("vote WHERE id = '" + byHands.value() + "'", "in_favour || '-' || against || '-' || abstained"))
                .isEqualTo("12-6-1");
        assertThat(find("assembly_resolution", "text")).isEqualTo("d’agir à mains levées");
        assertThat(elected(election)).isEqualTo("Ana Roy 7, Cléo Diaz 9 elected");
        assertThat(money()).isEqualTo("1 gifts, 1 payments, 1 movements");
        assertThat(thanks()).isOne();
    }

    /** One vote is open at a time at a meeting: each of the others is at another. */
    private VoteId openElsewhere(VoteFacts facts) {
        meeting = meetings.plan(
                board.addBody(BodyKind.GENERAL, new Quorum(Quorum.QuorumMeasure.ORGANISATIONS, 1, 2, true)),
                settings.today().atTime(9, 0));
        item = meetings.itemId(meeting, 3);
        assertThat(pages.as(Role.STAFF).post(url() + "/door")).hasStatus(303);
        everybodyIsIn();
        return count(() -> {
            VoteId vote = votes.create(
                    meeting, new VoteFacts(item, facts.kind(), facts.method(), facts.text(), null, facts.seats()));
            if (facts.kind() == VoteKind.ELECTION) {
                elections.addCandidate(vote, "Ana Roy", "");
                elections.addCandidate(vote, "Cléo Diaz", "");
            }
            votes.open(vote, OpeningFacts.of(true));
            return vote;
        });
    }

    private String elected(VoteId election) {
        return find(
                "vote_candidate WHERE vote = '" + election.value() + "' AND voices IS NOT NULL",
                "name || ' ' || voices || CASE WHEN elected THEN ' elected' ELSE '' END");
    }

    private String ballotOf(Delegate delegate) {
        return find("vote_ballot WHERE delegate = '" + delegate.id().value() + "'", "choice || ' ' || cards");
    }

    private String find(String rows, String column) {
        return db.sql("SELECT coalesce(string_agg(" + column + ", ', ' ORDER BY " + column + "), '') FROM outreach."
                        + rows)
                .query(String.class)
                .single();
    }

    private int thanks() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE purpose = 'gift_thanks'")
                .query(Integer.class)
                .single();
    }

    private String money() {
        return db.sql("""
                        SELECT (SELECT count(*) FROM resources.gift WHERE home_amount = 120.50) || ' gifts, '
                            || (SELECT count(*) FROM resources.ledger_gift_payment WHERE amount = 120.50) || ' payments, '
                            || (SELECT count(*) FROM resources.fund_movement WHERE amount = 120.50) || ' movements'
                        """).query(String.class).single();
    }

    private ChildProcess program(String... arguments) throws Exception {
        return CrashTasks.start(AssemblyProgram.class, database, keys, folder, arguments);
    }
}
