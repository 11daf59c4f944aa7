package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.convergence.platform.database.Refused;

/** The deadline of notices, and valid local times. */
public final class MeetingPolicy {

    private MeetingPolicy() {}

    /** The last day on which the notice is in time (R-GOV-5): this many whole days before the meeting. */
    public static LocalDate deadline(LocalDate meeting, int noticeDays) {
        return meeting.minusDays(noticeDays);
    }

    /** Days left to send it; negative once it is late. */
    public static long daysLeft(LocalDate deadline, LocalDate today) {
        return ChronoUnit.DAYS.between(today, deadline);
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
