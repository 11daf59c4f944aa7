package org.convergence.outreach.vote.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.jspecify.annotations.Nullable;

/**
 * The mandate letter of a member for an assembly (R-VOTE-3b).
 *
 * @param dueOn the last day on which the member changes it by its link: that of the meeting at the latest
 * @param askedAt {@code null} if it was noted without a letter
 * @param answeredAt {@code null} until a person is named
 * @param byLink whether the member gave the last answer itself
 * @param signedBy the signatory; may be empty
 * @param authority of the signatory; may be empty
 * @param document the signed letter; {@code null} if it was not uploaded
 */
public record MandateLetter(
        UUID id,
        int version,
        MeetingId meeting,
        OrganisationId organisation,
        LocalDate dueOn,
        @Nullable Instant askedAt,
        @Nullable Instant answeredAt,
        boolean byLink,
        String signedBy,
        String authority,
        @Nullable DocumentId document) {

    /** Whether it says who gives the mandate, in words or on paper. */
    public boolean isSigned() {
        return document != null || !signedBy.isEmpty();
    }

    /** A delegate or a substitute, as the member names them. */
    public record NamedPerson(String name, @Nullable String mail, boolean substitute) {}

    /**
     * A delegate or a substitute of a letter.
     *
     * @param answer to the notice; {@code null} for none
     */
    public record NamedDelegate(
            UUID id,
            UUID mandate,
            String name,
            @Nullable String mail,
            boolean substitute,
            @Nullable ReplyAnswer answer,
            @Nullable String words,
            @Nullable Instant answeredAt) {}

    /**
     * The people named before who are named again: with the same name, unless their address is another one; or with the
     * same address, if nobody else has it, and a corrected name.
     */
    static Map<NamedPerson, NamedDelegate> findKept(List<NamedDelegate> before, List<NamedPerson> people) {
        Map<NamedPerson, NamedDelegate> kept = new HashMap<>();
        for (NamedPerson each : people) {
            before.stream()
                    .filter(old -> TextNormalizer.fold(old.name()).equals(TextNormalizer.fold(each.name())))
                    .filter(old -> old.mail() == null || each.mail() == null || hasMail(old.mail(), each.mail()))
                    .findFirst()
                    .ifPresent(old -> kept.put(each, old));
        }
        for (NamedPerson each : people) {
            List<NamedDelegate> same = before.stream()
                    .filter(old -> hasMail(old.mail(), each.mail()))
                    .toList();
            if (!kept.containsKey(each)
                    && same.size() == 1
                    && !kept.containsValue(same.get(0))
                    && people.stream()
                                    .filter(other -> hasMail(other.mail(), each.mail()))
                                    .count()
                            == 1) {
                kept.put(each, same.get(0));
            }
        }
        return kept;
    }

    /**
     * The person of the same name, whose address is another one now: their reply stays, their link does not.
     *
     * @param kept the people who are named again, whose reply is their own
     */
    static Optional<NamedDelegate> findReplied(
            List<NamedDelegate> before, Collection<NamedDelegate> kept, NamedPerson person) {
        return before.stream()
                .filter(old -> !kept.contains(old))
                .filter(old -> TextNormalizer.fold(old.name()).equals(TextNormalizer.fold(person.name())))
                .findFirst();
    }

    private static boolean hasMail(@Nullable String mail, @Nullable String other) {
        return mail != null && mail.equalsIgnoreCase(other);
    }

    /** What a member states. */
    public record MandateStatement(List<NamedPerson> people, String signedBy, String authority) {

        public MandateStatement {
            people = List.copyOf(people);
        }
    }

    /**
     * A mail about the meeting, with its state.
     *
     * @param delegates the right of the member that it told; {@code null} if it told none
     */
    public record SentLetter(
            NoticeKind kind, LetterStatus status, @Nullable Integer delegates) {}

    /** How far a letter is. */
    public enum MandateState {
        NOT_ASKED,
        ASKED,
        /** Some delegates are named, and there is time for the others. */
        PARTIAL,
        NAMED,
        /** The last day is over, and delegates are missing. */
        LATE
    }

    /**
     * A member of an assembly with its right and its letter.
     *
     * @param letter {@code null} for none
     * @param asked the state of the last mail that asked for it; {@code null} for none
     * @param latest the last mail to the member, such as a reminder; {@code null} for none
     * @param told how many delegates the last letter gives it that left or waits; {@code null} if none told
     */
    public record MemberMandate(
            Delegation right,
            @Nullable MandateLetter letter,
            List<NamedDelegate> people,
            @Nullable LetterStatus asked,
            @Nullable SentLetter latest,
            @Nullable Integer told) {

        public OrganisationId organisation() {
            return (OrganisationId) right.member().member();
        }

        /**
         * Whether its notice is still to be sent: none left or waits, or it told another right. That people are named
         * convenes nobody.
         */
        public boolean isToAsk() {
            return entitled() > 0 && (asked == null || MandateLetterSender.isToRepeat(asked) || isToldOtherwise());
        }

        /** Whether a letter told it another right than it has. */
        public boolean isToldOtherwise() {
            return toldOtherwise() >= 0;
        }

        /** The right that a letter told it, if it is another one than it has; -1 otherwise. */
        public int toldOtherwise() {
            return told == null || told == entitled() ? -1 : told;
        }

        /** Whether it is asked, or may be, and nobody is named. */
        public boolean isUnanswered() {
            return people.isEmpty() && (letter == null || letter.answeredAt() == null);
        }

        /**
         * Whether it gets a reminder: the request left, nobody is named, the last day is not over, and no other letter
         * waits or was written on that day.
         */
        public boolean isToRemind(LocalDate today, ZoneId zone) {
            if (letter == null
                    || asked == null
                    || latest == null
                    || !isUnanswered()
                    || !asked.state().hasLeft()
                    || letter.dueOn().isBefore(today)) {
                return false;
            }
            Instant last = latest.status().leftOn() == null
                    ? latest.status().postedAt()
                    : latest.status().leftOn();
            return MandateLetterSender.isToRepeat(latest.status())
                    || (latest.status().state().hasLeft()
                            && LocalDate.ofInstant(last, zone).isBefore(today));
        }

        /** The delegates that it may send; 0 if its right is unknown. */
        public int entitled() {
            Integer delegates = right.right().delegates();
            return delegates == null ? 0 : delegates;
        }

        /** The places of its form, for delegates and for substitutes: its right, and at least those named. */
        public int places() {
            int named = named();
            return Math.max(entitled(), Math.max(named, people.size() - named));
        }

        /** The delegates that it names, without substitutes. */
        public int named() {
            return (int) people.stream().filter(each -> !each.substitute()).count();
        }

        public MandateState state(LocalDate today) {
            if (named() > 0 && named() >= entitled()) {
                return MandateState.NAMED;
            }
            if (letter == null || (letter.askedAt() == null && people.isEmpty())) {
                return MandateState.NOT_ASKED;
            }
            if (letter.dueOn().isBefore(today)) {
                return MandateState.LATE;
            }
            return named() > 0 ? MandateState.PARTIAL : MandateState.ASKED;
        }
    }
}
