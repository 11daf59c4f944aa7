package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.convergence.platform.database.Refused;

/** The deadline of notices, and valid local times. */
public final class MeetingPolicy {

    /** A meeting may be entered this many days after its notice was delivered, not later. */
    private static final int ENTERED_LATE_DAYS = 90;

    private MeetingPolicy() {}

    /** The last day on which the notice is in time (R-GOV-5): this many whole days before the meeting. */
    public static LocalDate deadline(LocalDate meeting, int noticeDays) {
        return meeting.minusDays(noticeDays);
    }

    /** Whether a meeting has begun: from then on no letter about it leaves. */
    public static boolean hasBegun(LocalDateTime begins, LocalDateTime now) {
        return !begins.isAfter(now);
    }

    /**
     * The first day on which the notice can have been delivered: a year before the meeting at most, and at most 90 days
     * before the meeting was entered. A wrong year would make a deadline look met.
     */
    public static LocalDate earliestDelivery(LocalDate meeting, LocalDate entered) {
        LocalDate known = entered.isBefore(meeting) ? entered : meeting;
        LocalDate byEntry = known.minusDays(ENTERED_LATE_DAYS);
        LocalDate byYear = meeting.minusYears(1);
        return byEntry.isAfter(byYear) ? byEntry : byYear;
    }

    /** The instant of a local time. */
    public static ZonedDateTime toZonedTime(LocalDateTime wall, ZoneId zone) {
        return wall.atZone(zone);
    }

    /** @throws Refused if daylight saving skips that local time */
    public static void requireExists(LocalDateTime wall, ZoneId zone) {
        if (zone.getRules().getValidOffsets(wall).isEmpty()) {
            throw new Refused("assembly.refused.no-such-hour", wall.toLocalTime(), wall.toLocalDate());
        }
    }
}
