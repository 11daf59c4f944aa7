package org.convergence.outreach.assembly.domain;

import java.time.Instant;
import java.util.UUID;
import org.convergence.directory.people.PersonId;

/**
 * The last answer of a convened person, given for its day and hour.
 *
 * @param words the word that goes with it; may be empty
 * @param byLink whether the person answered by the link, rather than a user for the person
 */
public record MeetingReply(UUID person, ReplyAnswer answer, String words, Instant answeredAt, boolean byLink) {

    PersonId typedPerson() {
        return new PersonId(person);
    }
}
