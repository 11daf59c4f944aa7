package org.convergence.outreach.vote.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.vote.domain.Delegate.DelegateFacts;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.OpeningFacts;
import org.convergence.outreach.vote.domain.Vote.VoteFacts;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VotePolicy.PaperBatch;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;

/** The fields of the door and of votes. */
public final class VoteForm {

    /** A delegate, a candidate. */
    public static final Field<String> NAME = Field.text("name", "vote.field.name", 200);

    public static final Field<Boolean> LETTER = Field.checkbox("letterSeen", "vote.field.letter");

    public static final Field<Integer> CARDS =
            Field.wholeNumber("cards", "vote.field.cards", 0, 1_000).optional();

    /** The cards of a delegate after their arrival. */
    public static final Field<Integer> HELD = Field.wholeNumber("cards", "vote.field.cards", 0, 1_000);

    public static final Field<UUID> ITEM = Field.id("item", "vote.field.item");

    public static final Field<VoteKind> KIND = Field.choice(
            "kind", "vote.field.kind", List.of(VoteKind.TEXT, VoteKind.ELECTION), kind -> "vote.kind." + kind);

    public static final Field<VoteMethod> METHOD = Field.choice(
            "method", "vote.field.method", List.of(VoteMethod.values()), method -> "vote.method." + method);

    public static final Field<String> TEXT = Field.text("text", "vote.field.text", 10_000);

    public static final Field<String> ARTICLE =
            Field.text("article", "vote.field.article", 200).optional();

    public static final Field<Integer> SEATS =
            Field.wholeNumber("seats", "vote.field.seats", 1, 50).optional();

    public static final Field<String> PASSAGE =
            Field.text("passage", "vote.field.passage", 2_000).optional();

    public static final Field<String> REPLACEMENT =
            Field.text("replacement", "vote.field.replacement", 2_000).optional();

    public static final Field<String> INTERESTS =
            Field.text("interests", "vote.field.interests", 1_000).optional();

    public static final Field<Integer> IN_FAVOUR = count("inFavour");
    public static final Field<Integer> AGAINST = count("against");
    public static final Field<Integer> ABSTAINED = count("abstained");
    /** The hands in the hall, where others attend by video call. */
    public static final Field<Integer> HALL_IN_FAVOUR = count("hallInFavour").optional();

    public static final Field<Integer> HALL_AGAINST = count("hallAgainst").optional();
    public static final Field<Integer> HALL_ABSTAINED = count("hallAbstained").optional();
    public static final Field<Integer> DISTRIBUTED = count("distributed");
    public static final Field<Integer> RETURNED = count("returned");
    public static final Field<Integer> SPOILT = count("spoilt");
    public static final Field<String> SCRUTINEER = Field.text("scrutineer", "vote.field.scrutineer", 200);
    public static final Field<String> SECOND = Field.text("second", "vote.field.second", 200);

    /** Hidden in the form that a warning shows again. */
    public static final Field<Boolean> EVEN_WITHOUT_QUORUM = Field.checkbox("evenWithoutQuorum", "vote.open.anyway");

    public static final Field<Boolean> EVEN_UNANIMOUS = Field.checkbox("evenUnanimous", "vote.close.anyway");

    public static final Field<UUID> MOVER =
            Field.id("mover", "vote.field.mover").optional();
    public static final Field<UUID> SECONDER =
            Field.id("seconder", "vote.field.seconder").optional();

    private static final int MOST = 1_000_000;

    private VoteForm() {}

    private static Field<Integer> count(String name) {
        return Field.wholeNumber(name, "vote.field." + name, 0, MOST);
    }

    static DelegateFacts readDelegate(FormValues answers) {
        return new DelegateFacts(answers.get(NAME), answers.get(LETTER), answers.find(CARDS));
    }

    static VoteFacts readVote(FormValues answers) {
        VoteKind kind = answers.get(KIND);
        Integer seats = answers.find(SEATS);
        boolean election = kind == VoteKind.ELECTION;
        if (election && seats == null) {
            answers.reject(SEATS.name(), "shell.form.required");
        }
        return new VoteFacts(
                answers.get(ITEM),
                kind,
                election ? VoteMethod.PAPER : answers.get(METHOD),
                answers.get(TEXT),
                election ? null : answers.find(ARTICLE),
                election ? seats : null);
    }

    /** An amendment, as it was typed. */
    record AmendmentInput(String passage, String replacement, VoteMethod method) {}

    static CountedHands readHall(FormValues answers) {
        return new CountedHands(
                Objects.requireNonNullElse(answers.find(HALL_IN_FAVOUR), 0),
                Objects.requireNonNullElse(answers.find(HALL_AGAINST), 0),
                Objects.requireNonNullElse(answers.find(HALL_ABSTAINED), 0));
    }

    /** A button gives all cards to one choice; without it the parts are read. */
    static Map<BallotChoice, Integer> readBallot(int cards, FormValues answers) {
        BallotChoice all = answers.optionalChoice("all", BallotChoice.class);
        Map<BallotChoice, Integer> parts = new EnumMap<>(BallotChoice.class);
        for (BallotChoice choice : BallotChoice.values()) {
            Integer part = all == null ? answers.optionalWholeNumber("cards-" + choice, 0, 1_000) : null;
            parts.put(choice, choice == all ? cards : part == null ? 0 : part);
        }
        return parts;
    }

    static AmendmentInput readAmendment(FormValues answers) {
        String passage = answers.textOrEmpty(PASSAGE);
        String replacement = answers.textOrEmpty(REPLACEMENT);
        if (passage.isEmpty() && replacement.isEmpty()) {
            answers.reject(REPLACEMENT.name(), "shell.form.required");
        }
        return new AmendmentInput(passage, replacement, answers.get(METHOD));
    }

    static OpeningFacts readOpening(FormValues answers) {
        return new OpeningFacts(
                answers.get(EVEN_WITHOUT_QUORUM), delegate(answers.find(MOVER)), delegate(answers.find(SECONDER)));
    }

    private static @Nullable DelegateId delegate(@Nullable UUID id) {
        return id == null ? null : new DelegateId(id);
    }

    /** The name of the field with a candidate's voices. */
    public static String voicesField(UUID candidate) {
        return "voices-" + candidate;
    }

    /** The voices of each candidate, as typed in a page. */
    static Map<UUID, Integer> readVoices(List<Candidate> candidates, FormValues answers) {
        Map<UUID, Integer> voices = new HashMap<>();
        candidates.forEach(each -> voices.put(each.id(), answers.wholeNumber(voicesField(each.id()), 0, MOST)));
        return voices;
    }

    /** @param voices of each candidate of an election */
    static CountedVotes readCount(Vote vote, Map<UUID, Integer> voices, FormValues answers) {
        boolean election = vote.kind() == VoteKind.ELECTION;
        return new CountedVotes(
                election || vote.method() == VoteMethod.NOMINAL
                        ? null
                        : new CountedHands(answers.get(IN_FAVOUR), answers.get(AGAINST), answers.get(ABSTAINED)),
                vote.method() == VoteMethod.PAPER
                        ? new PaperBatch(
                                answers.get(DISTRIBUTED),
                                answers.get(RETURNED),
                                answers.get(SPOILT),
                                answers.get(SCRUTINEER),
                                answers.get(SECOND))
                        : null,
                voices,
                answers.get(EVEN_UNANIMOUS));
    }
}
