package org.convergence.directory.exchange;

import java.time.LocalDate;
import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;

/**
 * The content of an exchange and its participants.
 *
 * @param subject 1 to 300 characters
 * @param text plain text of at most 20,000 characters; may be empty
 * @param people at most 100
 * @param organisations at most 100
 */
public record ExchangeContent(
        LocalDate day,
        ExchangeChannel channel,
        String subject,
        String text,
        Set<PersonId> people,
        Set<OrganisationId> organisations) {

    /** The longest subject, in characters. */
    public static final int LONGEST_SUBJECT = 300;

    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 20_000;

    /** The maximum number of people, and of organisations. */
    public static final int MOST = 100;

    public ExchangeContent {
        subject = subject.strip().replaceAll("\\s+", " ");
        people = Set.copyOf(people);
        organisations = Set.copyOf(organisations);
        if (subject.isEmpty()
                || subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT
                || text.codePointCount(0, text.length()) > LONGEST_TEXT
                || people.size() > MOST
                || organisations.size() > MOST) {
            throw new IllegalArgumentException(
                    "a subject of 1 to 300 characters, a bounded text, at most 100 participants of each kind");
        }
    }
}
