package org.convergence.advocacy.coalition.domain;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.domain.SeatPolicy.SeatPower;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.document.DocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads coalitions. A protected person who sits has her code name. */
@Service
@Transactional(readOnly = true)
@Requires(CoalitionPermissions.READ)
public class CoalitionQueries {

    /** Number of realisations shown. */
    public static final int SHOWN_REALISATIONS = 10;

    private static final int MOST = 200;

    private static final String COALITIONS = """
            SELECT c.id, c.version, c.organisation, o.name, c.concerned, c.mission, c.joined_on, c.left_on, c.line,
                   h.seats, h.hours, h.review_on
            FROM advocacy.coalition c JOIN directory.people_organisation_name o ON o.id = c.organisation
            CROSS JOIN LATERAL (
                SELECT count(*) AS seats, coalesce(sum(s.hours_a_year), 0) AS hours, min(s.review_on) AS review_on
                FROM advocacy.coalition_seat s
                WHERE s.coalition = c.id AND s.ended_on IS NULL AND c.left_on IS NULL) h
            """;

    private static final String MEETINGS = """
            SELECT m.id, m.version, m.held_on, m.title, m.seat, s.title AS seat_title, m.url, m.outcome, m.our_part, m.minutes
            FROM advocacy.coalition_meeting m LEFT JOIN advocacy.coalition_seat s ON s.id = m.seat
            """;

    private final JdbcClient db;

    CoalitionQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A coalition.
     *
     * @param seats the number of seats that we hold; none once the coalition is left
     * @param hours the hours a year that they take
     * @param reviewOn the first day on which a mandate is reviewed; {@code null} without a seat
     */
    public record CoalitionRow(
            CoalitionId id,
            int version,
            OrganisationId organisation,
            String name,
            boolean concerned,
            String mission,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable ActionId line,
            long seats,
            BigDecimal hours,
            @Nullable LocalDate reviewOn) {}

    /**
     * A seat.
     *
     * @param endedOn the day on which we gave it up, or left the coalition
     */
    public record CoalitionSeatRow(
            CoalitionSeatId id,
            int version,
            CoalitionId coalition,
            String title,
            @Nullable PersonId holder,
            @Nullable String holderName,
            @Nullable PersonId substitute,
            @Nullable String substituteName,
            String mandate,
            SeatPower power,
            BigDecimal hoursAYear,
            LocalDate reviewOn,
            @Nullable LocalDate endedOn) {}

    /** Something that we owe. */
    public record ContributionRow(
            UUID id, String what, LocalDate dueOn, @Nullable LocalDate doneOn) {}

    /**
     * A position taken in our name.
     *
     * @param mandate as it stood that day
     */
    public record CoalitionPositionRow(
            UUID id,
            String title,
            LocalDate takenOn,
            SeatPower power,
            String seat,
            String mandate,
            @Nullable LocalDate consultedOn,
            String consulted) {}

    /**
     * An act of the coalition.
     *
     * @param ourPart empty if we had none
     */
    public record CoalitionActRow(CoalitionActId id, LocalDate happenedOn, String what, String ourPart) {}

    /**
     * A meeting of a coalition.
     *
     * @param seatTitle of the seat by which we take part
     * @param minutes the file of its minutes
     */
    public record CoalitionMeetingRow(
            CoalitionMeetingId id,
            int version,
            LocalDate heldOn,
            String title,
            @Nullable CoalitionSeatId seat,
            @Nullable String seatTitle,
            String url,
            String outcome,
            String ourPart,
            @Nullable DocumentId minutes) {

        /** Whether what came out of it is still to be told. */
        public boolean isUntold() {
            return outcome.isEmpty() && ourPart.isEmpty() && minutes == null;
        }
    }

    /** What was done with the coalition, recorded elsewhere. */
    public record JointRealisationRow(RealisationId id, String title, LocalDate endsOn) {}

    /** All coalitions: those of the people concerned first, those that we left last. */
    public List<CoalitionRow> findAll() {
        return db.sql(COALITIONS + """
                        ORDER BY c.left_on IS NOT NULL, NOT c.concerned, o.name COLLATE "fr-CA-x-icu", c.id LIMIT %d
                        """.formatted(MOST))
                .query(RecordMapper.of(CoalitionRow.class))
                .list();
    }

    /** @throws NotFound if there is no such coalition */
    public CoalitionRow findById(CoalitionId id) {
        return db.sql(COALITIONS + "WHERE c.id = ?")
                .param(id.value())
                .query(RecordMapper.of(CoalitionRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("coalition"));
    }

    /** The seats in a coalition, those that we gave up last. */
    public List<CoalitionSeatRow> findSeats(CoalitionId id) {
        return findSeats("s.coalition = ?", id.value());
    }

    /** @throws NotFound if there is no such seat */
    public CoalitionSeatRow findSeat(CoalitionSeatId id) {
        return findSeats("s.id = ?", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("seat"));
    }

    private List<CoalitionSeatRow> findSeats(String condition, UUID id) {
        return db.sql("""
                        SELECT s.id, s.version, s.coalition, s.title, s.holder, h.display_name AS holder_name, s.substitute,
                               u.display_name AS substitute_name, s.mandate, s.power, s.hours_a_year, s.review_on,
                               coalesce(s.ended_on, c.left_on) AS ended_on
                        FROM advocacy.coalition_seat s JOIN advocacy.coalition c ON c.id = s.coalition
                        LEFT JOIN directory.people_person_name h ON h.id = s.holder
                        LEFT JOIN directory.people_person_name u ON u.id = s.substitute
                        WHERE %s ORDER BY s.ended_on DESC NULLS FIRST, s.id LIMIT %d
                        """.formatted(condition, MOST))
                .param(id)
                .query(RecordMapper.of(CoalitionSeatRow.class))
                .list();
    }

    /** What we owe a coalition; what is given comes last. */
    public List<ContributionRow> findContributions(CoalitionId id) {
        return db.sql("""
                        SELECT id, what, due_on, done_on FROM advocacy.coalition_contribution WHERE coalition = ?
                        ORDER BY done_on DESC NULLS FIRST, due_on, id LIMIT 100
                        """)
                .param(id.value())
                .query(RecordMapper.of(ContributionRow.class))
                .list();
    }

    /** The positions taken in our name, the latest first. */
    public List<CoalitionPositionRow> findPositions(CoalitionId id) {
        return db.sql("""
                        SELECT p.id, p.title, p.taken_on, p.power, s.title AS seat, p.mandate, p.consulted_on, p.consulted
                        FROM advocacy.coalition_position p JOIN advocacy.coalition_seat s ON s.id = p.seat
                        WHERE s.coalition = ? ORDER BY p.taken_on DESC, p.id DESC LIMIT 100
                        """)
                .param(id.value())
                .query(RecordMapper.of(CoalitionPositionRow.class))
                .list();
    }

    /**
     * What was done with the coalition while we were part of it, and recorded elsewhere than on its page, the latest
     * first; one more than is shown, if there are more.
     */
    public List<JointRealisationRow> findRealisationsElsewhere(CoalitionRow coalition) {
        return db.sql("""
                        SELECT r.id, r.title, r.ends_on
                        FROM plan.realisation_participant p
                        JOIN plan.realisation_summary r ON r.id = p.realisation AND r.state = 'DONE'
                        WHERE p.organisation = :organisation AND p.source_module IS DISTINCT FROM 'advocacy.coalition'
                          AND r.ends_on BETWEEN coalesce(:joined, '-infinity'::date) AND coalesce(:left, 'infinity'::date)
                        ORDER BY r.ends_on DESC, r.id DESC LIMIT %d
                        """.formatted(SHOWN_REALISATIONS + 1))
                .param("organisation", coalition.organisation().value())
                .param("joined", coalition.joinedOn(), Types.DATE)
                .param("left", coalition.leftOn(), Types.DATE)
                .query(RecordMapper.of(JointRealisationRow.class))
                .list();
    }

    /** What a coalition did, the latest first. */
    public List<CoalitionActRow> findActs(CoalitionId id) {
        return db.sql("""
                        SELECT id, happened_on, what, our_part FROM advocacy.coalition_act WHERE coalition = ?
                        ORDER BY happened_on DESC, id DESC LIMIT 100
                        """)
                .param(id.value())
                .query(RecordMapper.of(CoalitionActRow.class))
                .list();
    }

    /** The meetings of a coalition: those to come first, then the latest; the nearest first. */
    public List<CoalitionMeetingRow> findMeetings(CoalitionId id, LocalDate today) {
        return db.sql(MEETINGS + """
                        WHERE m.coalition = :id ORDER BY m.held_on < :today, abs(m.held_on - :today), m.id LIMIT 100
                        """)
                .param("id", id.value())
                .param("today", today)
                .query(RecordMapper.of(CoalitionMeetingRow.class))
                .list();
    }

    /** @throws NotFound if the coalition has no such meeting */
    public CoalitionMeetingRow findMeeting(CoalitionId coalition, CoalitionMeetingId id) {
        return db.sql(MEETINGS + "WHERE m.coalition = ? AND m.id = ?")
                .params(coalition.value(), id.value())
                .query(RecordMapper.of(CoalitionMeetingRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("meeting"));
    }

    /** A coalition or an allied group. */
    public record CoalitionId(UUID value) implements Identifier {}

    /** A seat that we hold in a coalition. */
    public record CoalitionSeatId(UUID value) implements Identifier {}

    /** A meeting of a coalition. */
    public record CoalitionMeetingId(UUID value) implements Identifier {}

    /** An act of a coalition. */
    public record CoalitionActId(UUID value) implements Identifier {}
}
