package org.convergence.safety.mission.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.safety.mission.CheckInId;
import org.jspecify.annotations.Nullable;

/**
 * A check-in of a traveller.
 *
 * @param grace in minutes
 * @param doneAt {@code null} while it is not answered
 * @param receivedBy who noted it by hand; {@code null} if the traveller answered
 * @param steps open ones: those taken because it was missing, and {@value #DURESS}; none for travellers' eyes
 */
public record CheckInLine(
        CheckInId id,
        UUID mission,
        PersonId person,
        String name,
        Instant dueAt,
        int grace,
        String zone,
        boolean isDrill,
        @Nullable Instant doneAt,
        @Nullable String channel,
        @Nullable String receivedBy,
        List<String> steps) {

    /** The step of a duress word, which no clock takes. */
    public static final String DURESS = "DURESS";

    /** The channel of those that nobody answered before the mission was over. */
    static final String END_OF_MISSION = "RETURN";

    /** The channel of those that a reply to a letter answered. */
    static final String REPLY = "REPLY";

    private static final Duration REMINDER_TAKES = Duration.ofMinutes(3);

    public CheckInLine {
        steps = List.copyOf(steps);
    }

    Duration graceTime() {
        return Duration.ofMinutes(grace);
    }

    /** Whether it is missing, its grace being over. */
    public boolean isMissing(Instant now) {
        return doneAt == null && !dueAt.plus(graceTime()).isAfter(now);
    }

    /** Whether its reminder is being written: the clock that writes it looks each minute. */
    public boolean isReminderDue(Instant now) {
        return isMissing(now)
                && !steps.contains(MissionPolicy.EscalationStep.TRAVELLER.name())
                && dueAt.plus(graceTime()).plus(REMINDER_TAKES).isAfter(now);
    }

    /** Whether it was closed by the end of the mission, without an answer. */
    public boolean isUnanswered() {
        return END_OF_MISSION.equals(channel);
    }

    /** Whether a reply to a letter answered it. */
    public boolean isReply() {
        return REPLY.equals(channel);
    }

    /** Whether others than the traveller were alerted because it was missing. */
    boolean reachedWatchers() {
        return steps.stream()
                .anyMatch(each -> !each.equals(DURESS) && !each.equals(MissionPolicy.EscalationStep.TRAVELLER.name()));
    }

    /** Whether the president was alerted because it was missing. */
    boolean reachedPresident() {
        return steps.contains(MissionPolicy.EscalationStep.PRESIDENT.name());
    }

    /** Whether the duress word came with it, and its alert is open. */
    public boolean isDuress() {
        return steps.contains(DURESS);
    }

    CheckInLine withoutSteps() {
        return new CheckInLine(
                id, mission, person, name, dueAt, grace, zone, isDrill, doneAt, channel, receivedBy, List.of());
    }
}
