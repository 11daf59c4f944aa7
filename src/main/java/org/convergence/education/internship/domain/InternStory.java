package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.education.internship.InternshipFileId;
import org.jspecify.annotations.Nullable;

/**
 * What an intern says after the return.
 *
 * @param agreedOn when the intern agreed that the story is told; {@code null} before
 * @param withdrawnOn since when it is not told any more; {@code null} while the consent lasts
 */
public record InternStory(
        UUID id,
        int version,
        InternshipFileId application,
        String learned,
        String improve,
        String story,
        boolean forReports,
        boolean forMembers,
        boolean named,
        @Nullable LocalDate untilOn,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate withdrawnOn) {

    /**
     * What the form says.
     *
     * @param learned what the internship gave; may be empty, as each text
     * @param improve what should change
     * @param untilOn the last day of the consent; {@code null} without one
     */
    public record StoryFacts(
            String learned,
            String improve,
            String story,
            boolean forReports,
            boolean forMembers,
            boolean named,
            @Nullable LocalDate untilOn) {}

    /** Whether it may be told on a day, to anyone. */
    public boolean isTold(LocalDate today) {
        return (forReports || forMembers) && withdrawnOn == null && untilOn != null && !untilOn.isBefore(today);
    }

    /** Whether it says these words, with or without the name. */
    boolean isWorded(String words, boolean withName) {
        return story.equals(words) && named == withName;
    }
}
