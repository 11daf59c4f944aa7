package org.convergence.advocacy.dialogue.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateFacts;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A meeting, a letter or another act.
 *
 * @param subject 1 to 300 characters
 * @param said what was said, at most 10,000 characters; may be empty
 * @param source where it can be read, or who heard it; may be empty
 * @param register {@code null} to take that of the mandates
 * @param staffHours hours of paid staff together, preparation included
 * @param replyBy the day from which silence is followed up; {@code null} if no reply is awaited
 * @param targets the decision-makers, at most 20
 * @param ours who of us took part, at most 20
 * @param line the line of the plan that it serves
 */
public record AdvocacyActFacts(
        AdvocacyActKind kind,
        LocalDate happenedOn,
        String subject,
        String said,
        String source,
        @Nullable LobbyRegister register,
        BigDecimal staffHours,
        @Nullable LocalDate replyBy,
        Set<DecisionMakerId> targets,
        Set<PersonId> ours,
        Set<AskId> asks,
        @Nullable ActionId line) {

    /** The most decision-makers, and the most of us. */
    public static final int MOST = 20;

    public AdvocacyActFacts {
        subject = subject.strip().replaceAll("\\s+", " ");
        targets = Set.copyOf(targets);
        ours = Set.copyOf(ours);
        asks = Set.copyOf(asks);
    }

    /** The same act, towards further decision-makers. */
    AdvocacyActFacts towards(Collection<DecisionMakerId> others) {
        Set<DecisionMakerId> all = new HashSet<>(targets);
        all.addAll(others);
        return new AdvocacyActFacts(
                kind, happenedOn, subject, said, source, register, staffHours, replyBy, all, ours, asks, line);
    }

    /**
     * A person, or an office, that becomes a decision-maker by the act.
     *
     * @param person one of the directory; {@code null} otherwise
     * @param given the name of a person who is new to the directory, with the next; both empty otherwise
     * @param office the name of an office without a known person; empty otherwise
     * @param mandate {@code null} if none is said
     */
    public record ActNewcomer(
            @Nullable PersonId person,
            String given,
            String family,
            String office,
            @Nullable MandateFacts mandate) {}

    /** The kind of an act towards decision-makers. */
    public enum AdvocacyActKind {
        MEETING,
        CALL,
        LETTER,
        /** A call to the public to write or speak to decision-makers. */
        PUBLIC_APPEAL,
        /** A contact about a grant with an elected person or a public servant. */
        GRANT_CONTACT,
        /** A brief or a testimony before a committee. */
        COMMITTEE_BRIEF,
        INFORMATION_REQUEST;

        /** Whether its hours count for a lobby register (R-ADV-3). */
        public boolean countsForLobbying() {
            return this != COMMITTEE_BRIEF && this != INFORMATION_REQUEST;
        }

        /** Whether it is a realisation once it is done; a call, or a request for information, is part of other work. */
        public boolean isRealisation() {
            return this == MEETING || this == LETTER || this == PUBLIC_APPEAL || this == COMMITTEE_BRIEF;
        }

        /** Whether it can be planned for a day to come. */
        public boolean canBePlanned() {
            return this == MEETING || this == CALL || this == COMMITTEE_BRIEF;
        }

        /** The message key of its name. */
        public String key() {
            return "dialogue.act." + name();
        }
    }

    /** How far an act is. */
    public enum AdvocacyActState {
        PLANNED(Tone.AHEAD),
        DONE(Tone.OK),
        CANCELLED(Tone.REST);

        private final Tone tone;

        AdvocacyActState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "dialogue.act.state." + name();
        }
    }

    /** What came back. */
    public enum ReplyState {
        /** Nothing is awaited. */
        NONE(Tone.REST),
        AWAITED(Tone.AHEAD),
        ANSWERED(Tone.OK),
        SILENCE(Tone.WARN);

        private final Tone tone;

        ReplyState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "dialogue.reply." + name();
        }
    }

    /** A meeting, a letter or another act towards decision-makers. */
    public record AdvocacyActId(UUID value) implements Identifier {}
}
