package org.convergence.directory.secondlook.domain;

import java.time.Instant;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A person who was asked to read a text.
 *
 * @param kind of the texts, as {@code SecondLookSubject} names it
 * @param url the page of the team
 * @param reader {@code null} once the person was erased
 * @param comment empty for none
 * @param wording a hash of the texts that were found good; empty before
 */
public record SecondLookInvitation(
        SecondLookInvitationId id,
        int version,
        String kind,
        UUID record,
        String title,
        String url,
        @Nullable PersonId reader,
        String readerName,
        String askedName,
        Instant askedAt,
        SecondLookState state,
        String comment,
        String wording,
        @Nullable Instant answeredAt) {

    /** Where an invitation stands. */
    public enum SecondLookState {
        ASKED(Tone.ACTIVE),
        GOOD(Tone.OK),
        /** The reader left a comment for the team. */
        COMMENTED(Tone.WARN),
        /** The team saw the comment. */
        SEEN(Tone.REST),
        /** The team took it back before there was an answer. */
        WITHDRAWN(Tone.REST);

        private final Tone tone;

        SecondLookState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether the reader answered. */
        public boolean isAnswered() {
            return this != ASKED && this != WITHDRAWN;
        }

        /** Message key of its name. */
        public String key() {
            return "secondlook.state." + name();
        }
    }

    /** An invitation to read a text. */
    public record SecondLookInvitationId(UUID value) implements Identifier {}
}
