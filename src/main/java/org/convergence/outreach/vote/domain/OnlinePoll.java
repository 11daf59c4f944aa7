package org.convergence.outreach.vote.domain;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.RollEntry;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.platform.database.Refused;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a poll in a video call, as Zoom reports them: one row for each participant, below a row of titles. Nothing
 * of the file is kept (R-VOTE-3e).
 */
public record OnlinePoll(List<PollAnswer> answers) {

    private static final Set<String> NAMES =
            Set.of("user name", "username", "nom d utilisateur", "name", "nom", "participant", "nombre de usuario");

    private static final Map<String, BallotChoice> WORDS = Map.ofEntries(
            Map.entry("pour", BallotChoice.FOR),
            Map.entry("oui", BallotChoice.FOR),
            Map.entry("en faveur", BallotChoice.FOR),
            Map.entry("for", BallotChoice.FOR),
            Map.entry("yes", BallotChoice.FOR),
            Map.entry("in favour", BallotChoice.FOR),
            Map.entry("in favor", BallotChoice.FOR),
            Map.entry("a favor", BallotChoice.FOR),
            Map.entry("contre", BallotChoice.AGAINST),
            Map.entry("non", BallotChoice.AGAINST),
            Map.entry("against", BallotChoice.AGAINST),
            Map.entry("no", BallotChoice.AGAINST),
            Map.entry("en contra", BallotChoice.AGAINST));

    /**
     * The answer of a participant.
     *
     * @param choice {@code null} if its words are no choice
     */
    public record PollAnswer(String name, @Nullable BallotChoice choice) {}

    /**
     * The poll counted in cards.
     *
     * @param people the participants who are on the roll
     * @param uncounted the names that are not on the roll once, or that did not answer with one choice
     */
    public record PollCount(CountedHands hands, int people, Set<String> uncounted) {

        /** The cards of the participants who are on the roll. */
        public int cards() {
            return hands.inFavour() + hands.against() + hands.abstained();
        }
    }

    public OnlinePoll {
        answers = List.copyOf(answers);
    }

    /**
     * Reads a report.
     *
     * @throws Refused if it is no table, names nobody, or has the answers to several questions
     */
    static OnlinePoll read(InputStream in) {
        List<PollAnswer> answers = new ArrayList<>();
        int name = -1;
        try (TableReader table = TableReader.open(in)) {
            table.treatHeadAsRow();
            for (Iterator<TableRow> rows = table.rows(); rows.hasNext(); ) {
                TableRow row = rows.next();
                List<String> cells =
                        row.cells().stream().map(TextNormalizer::fold).toList();
                int title = findTitle(cells);
                if (title >= 0) {
                    requireOne(answers.isEmpty());
                    name = title;
                } else if (name >= 0 && !row.cell(name).isEmpty()) {
                    answers.add(new PollAnswer(row.cell(name), findChoice(cells.subList(name + 1, cells.size()))));
                }
            }
        }
        if (answers.isEmpty()) {
            throw new Refused(name < 0 ? "vote.refused.poll-names" : "vote.refused.poll-empty");
        }
        return new OnlinePoll(answers);
    }

    private static int findTitle(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (NAMES.contains(cells.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable BallotChoice findChoice(List<String> cells) {
        List<BallotChoice> found = new ArrayList<>();
        for (String cell : cells) {
            BallotChoice choice = cell.matches("(je m )?abst[a-z]*") ? BallotChoice.ABSTAIN : WORDS.get(cell);
            if (choice != null) {
                found.add(choice);
            }
        }
        requireOne(found.size() < 2);
        return found.isEmpty() ? null : found.get(0);
    }

    private static void requireOne(boolean isOne) {
        if (!isOne) {
            throw new Refused("vote.refused.poll-questions");
        }
    }

    /** Counts each participant who is on the roll once with the cards of that delegate. */
    PollCount count(List<RollEntry> roll) {
        Map<DelegateId, BallotChoice> choices = new HashMap<>();
        Map<DelegateId, Integer> cards = new HashMap<>();
        Map<DelegateId, String> names = new HashMap<>();
        Set<DelegateId> torn = new HashSet<>();
        Set<String> uncounted = new TreeSet<>();
        for (PollAnswer each : answers) {
            RollEntry delegate = find(each.name(), roll);
            BallotChoice choice = each.choice();
            if (delegate == null || choice == null) {
                uncounted.add(each.name());
                continue;
            }
            BallotChoice before = choices.put(delegate.delegate(), choice);
            cards.put(delegate.delegate(), delegate.cards());
            names.put(delegate.delegate(), each.name());
            if (before != null && before != choice) {
                torn.add(delegate.delegate());
            }
        }
        torn.forEach(each -> {
            uncounted.add(names.getOrDefault(each, ""));
            choices.remove(each);
        });
        Map<BallotChoice, Integer> sums = new EnumMap<>(BallotChoice.class);
        choices.forEach((delegate, choice) -> sums.merge(choice, cards.getOrDefault(delegate, 0), Integer::sum));
        return new PollCount(
                new CountedHands(
                        sums.getOrDefault(BallotChoice.FOR, 0),
                        sums.getOrDefault(BallotChoice.AGAINST, 0),
                        sums.getOrDefault(BallotChoice.ABSTAIN, 0)),
                choices.size(),
                uncounted);
    }

    /** The one delegate whose whole name the participant bears, perhaps with that of the delegation; {@code null} if none, or several. */
    private static @Nullable RollEntry find(String participant, List<RollEntry> roll) {
        String words = " " + TextNormalizer.fold(participant) + " ";
        List<RollEntry> found = roll.stream()
                .filter(each -> words.contains(" " + TextNormalizer.fold(each.name()) + " "))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }
}
