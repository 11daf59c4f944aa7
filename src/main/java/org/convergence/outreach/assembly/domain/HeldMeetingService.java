package org.convergence.outreach.assembly.domain;

import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes that follow when a held meeting is moved to another day, or cancelled. */
@Component
record HeldMeetingService(MeetingRealisationRecorder evidence, MinutesQueries minutes, JdbcClient db) {

    /** Moves the opening day of its follow-ups, and its realisations. */
    void applyMove(Meeting meeting) {
        db.sql("""
                        UPDATE outreach.assembly_follow_up SET opened_on = :day, version = version + 1
                        WHERE meeting = :meeting AND opened_on <> :day AND (closed_on IS NULL OR closed_on >= :day)
                        """).param("day", meeting.day()).param("meeting", meeting.id()).update();
        evidence.updateAfterMove(meeting, minutes.findAttendance(meeting));
    }

    /** @throws Refused if something was decided there, or its minutes are adopted */
    void withdraw(Meeting meeting, String reason) {
        boolean decided =
                db.sql("""
                        SELECT EXISTS (SELECT FROM outreach.assembly_resolution WHERE meeting = :meeting)
                            OR EXISTS (SELECT FROM outreach.assembly_follow_up WHERE meeting = :meeting)
                            OR EXISTS (SELECT FROM outreach.assembly_interest WHERE meeting = :meeting)
                            OR EXISTS (SELECT FROM outreach.assembly_meeting WHERE adopted_in = :meeting)
                        """).param("meeting", meeting.id()).query(Boolean.class).single();
        if (decided || meeting.minutesState() != MinutesState.DRAFT) {
            throw new Refused("assembly.refused.decided");
        }
        evidence.withdrawMeeting(meeting, reason);
    }
}
