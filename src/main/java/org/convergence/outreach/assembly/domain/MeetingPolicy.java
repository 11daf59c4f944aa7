package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.convergence.platform.database.Refused;

/** When notices are due, and which hours exist. */
public final class MeetingPolicy {

    private MeetingPolicy() {}

    /** The last day on which the notice is in time (R-GOV-5): so many whole days lie between it and the meeting. */
    public static LocalDate deadline(LocalDate meeting, int noticeDays) {
        return meeting.minusDays(noticeDays);
    }

    /** Days left to send it; below zero once it is late. */
    public static long daysLeft(LocalDate deadline, LocalDate today) {
        return ChronoUnit.DAYS.between(today, deadline);
    }

    /** The moment at which the clock on the wall says so. */
    public static ZonedDateTime moment(LocalDateTime wall, ZoneId zone) {
        return wall.atZone(zone);
    }

    /** @throws Refused where the clocks jump over that hour when they are set forward */
    public static void requireExists(LocalDateTime wall, ZoneId zone) {
        if (zone.getRules().getValidOffsets(wall).isEmpty()) {
            throw new Refused("assembly.refused.no-such-hour", wall.toLocalTime(), wall.toLocalDate());
        }
    }
}
