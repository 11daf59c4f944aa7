package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Dates that are proposed for a meeting of a body.
 *
 * @param bodyName the name of the body
 * @param dates in order, at most {@link #MOST_DATES}
 * @param meeting of the chosen date; {@code null} while it is sought
 */
public record DatePoll(
        DatePollId id,
        BodyId body,
        String bodyName,
        @Nullable String title,
        @Nullable String place,
        @Nullable String online,
        List<LocalDateTime> dates,
        @Nullable MeetingId meeting) {

    /** The most dates that one question proposes. */
    public static final int MOST_DATES = 5;

    /** The name of the meeting that is sought. */
    public String name() {
        return Meeting.formatTitle(bodyName, title);
    }

    /** The last of the proposed dates. */
    public LocalDateTime lastDate() {
        return dates.get(dates.size() - 1);
    }

    /** What a person answers to a date. */
    public enum DateAnswer {
        YES,
        IF_NEEDED,
        NO
    }

    /** What is asked. */
    public record DatePollFacts(
            @Nullable String title,
            @Nullable String place,
            @Nullable String online,
            List<LocalDateTime> dates) {

        public DatePollFacts {
            dates = dates.stream().sorted().distinct().toList();
        }
    }

    /**
     * A person who is asked.
     *
     * @param answers one for each date; {@code null} until the person answers
     */
    public record AskedPerson(
            UUID id,
            DatePollId poll,
            PersonId person,
            String name,
            @Nullable List<DateAnswer> answers) {}

    /** A question about dates. */
    public record DatePollId(UUID value) implements Identifier {}
}
