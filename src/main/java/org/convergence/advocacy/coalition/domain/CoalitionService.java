package org.convergence.advocacy.coalition.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.domain.CoalitionPartRecorder.CoalitionSource;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionActId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatId;
import org.convergence.advocacy.coalition.domain.SeatPolicy.SeatPower;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows coalitions: seats with their mandate, what we owe, positions in our name, and acts. Our part in an act is a
 * realisation.
 */
@Service
@Transactional
@Requires(CoalitionPermissions.FOLLOW)
public class CoalitionService {

    static final String TABLE = "advocacy.coalition";
    static final String SEAT_TABLE = "advocacy.coalition_seat";

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final CoalitionPartRecorder parts;

    CoalitionService(JdbcClient db, OrganisationSettings settings, CoalitionPartRecorder parts) {
        this.db = db;
        this.settings = settings;
        this.parts = parts;
    }

    /**
     * A coalition.
     *
     * @param concerned whether the people concerned lead it themselves
     * @param mission at most 2,000 characters; may be empty
     * @param line the line of the plan that our part serves
     */
    public record CoalitionFacts(
            boolean concerned,
            String mission,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable ActionId line) {}

    /**
     * A seat.
     *
     * @param title for instance « comité de coordination », 1 to 200 characters
     * @param mandate what the holder may say, 1 to 2,000 characters
     * @param reviewOn when the mandate is looked at again
     */
    public record CoalitionSeatFacts(
            String title,
            @Nullable PersonId holder,
            @Nullable PersonId substitute,
            String mandate,
            SeatPower power,
            BigDecimal hoursAYear,
            LocalDate reviewOn) {}

    /**
     * Begins to follow a coalition.
     *
     * @throws Refused if it is followed already
     */
    @Transactional(label = "coalition.add")
    public CoalitionId add(OrganisationId organisation, CoalitionFacts facts) {
        requireInOrder(facts);
        TransactionLock.acquire(db, "coalition/" + organisation.value().toString());
        if (db.sql("SELECT EXISTS (SELECT FROM advocacy.coalition WHERE organisation = ?)")
                .param(organisation.value())
                .query(Boolean.class)
                .single()) {
            throw new Refused("coalition.refused.twice");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("organisation", organisation);
        return new CoalitionId(VersionedRow.insert(db, TABLE, values));
    }

    private static void requireInOrder(CoalitionFacts facts) {
        if (facts.joinedOn() != null && facts.leftOn() != null && facts.leftOn().isBefore(facts.joinedOn())) {
            throw new Refused("coalition.refused.days");
        }
    }

    /**
     * Changes a coalition.
     *
     * @throws EditConflict if it was changed since this version
     */
    @Transactional(label = "coalition.change")
    public void update(CoalitionId id, int version, CoalitionFacts facts) {
        requireInOrder(facts);
        VersionedRow.save(db, TABLE, id, version, VersionedRow.values(facts));
    }

    @Transactional(label = "coalition.add-seat")
    public CoalitionSeatId addSeat(CoalitionId coalition, CoalitionSeatFacts facts) {
        require(db, coalition);
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("coalition", coalition);
        return new CoalitionSeatId(VersionedRow.insert(db, SEAT_TABLE, values));
    }

    /** @throws NotFound if there is no such coalition */
    static void require(JdbcClient db, CoalitionId id) {
        if (db.sql("SELECT 1 FROM advocacy.coalition WHERE id = ? FOR SHARE")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw new NotFound("coalition");
        }
    }

    /**
     * Changes a seat; positions already taken keep the mandate of their day.
     *
     * @throws EditConflict if it was changed since this version
     */
    @Transactional(label = "coalition.change-seat")
    public void updateSeat(CoalitionSeatId id, int version, CoalitionSeatFacts facts) {
        VersionedRow.save(db, SEAT_TABLE, id, version, VersionedRow.values(facts));
    }

    /** Gives a seat up today, or takes it up again. */
    @Transactional(label = "coalition.end-seat")
    public void setSeatEnded(CoalitionSeatId id, boolean ended) {
        db.sql("UPDATE advocacy.coalition_seat SET ended_on = :day, version = version + 1 WHERE id = :id")
                .param("day", ended ? settings.today() : null)
                .param("id", id.value())
                .update();
    }

    /** Records what we owe a coalition. */
    @Transactional(label = "coalition.add-contribution")
    public void addContribution(CoalitionId coalition, String what, LocalDate dueOn) {
        require(db, coalition);
        db.sql("INSERT INTO advocacy.coalition_contribution (id, coalition, what, due_on) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), coalition.value(), what, dueOn)
                .update();
    }

    /** Says that something owed is given today, or is not. */
    @Transactional(label = "coalition.set-contribution")
    public void setContributionDone(UUID id, boolean done) {
        db.sql("UPDATE advocacy.coalition_contribution SET done_on = :day, version = version + 1 WHERE id = :id")
                .param("day", done ? settings.today() : null)
                .param("id", id)
                .update();
    }

    /** Deletes something owed that was recorded by mistake. */
    @Transactional(label = "coalition.remove-contribution")
    public void removeContribution(CoalitionId coalition, UUID id) {
        requireFound(db.sql("DELETE FROM advocacy.coalition_contribution WHERE id = ? AND coalition = ?")
                .params(id, coalition.value())
                .update());
    }

    /**
     * A position taken in our name.
     *
     * @param consultedOn the day on which we were consulted; {@code null} if we were not
     * @param consulted who answered, and what; may be empty
     */
    public record CoalitionPositionFacts(
            String title, LocalDate takenOn, @Nullable LocalDate consultedOn, String consulted) {}

    private record WrittenMandate(SeatPower power, String mandate) {}

    /**
     * Records a position taken in our name, which cites the mandate of the seat.
     *
     * @throws Refused if the seat only observes, or had to consult and did not (R-REP-4)
     */
    @Transactional(label = "coalition.take-position")
    public void addPosition(CoalitionSeatId seat, CoalitionPositionFacts facts) {
        WrittenMandate mandate = db.sql(
                        "SELECT power, mandate FROM advocacy.coalition_seat WHERE id = ? AND ended_on IS NULL FOR SHARE")
                .param(seat.value())
                .query(RecordMapper.of(WrittenMandate.class))
                .optional()
                .orElseThrow(() -> new NotFound("seat"));
        Optional<String> problem =
                SeatPolicy.problem(mandate.power(), facts.takenOn(), facts.consultedOn(), facts.consulted());
        if (problem.isPresent()) {
            throw new Refused(problem.get());
        }
        if (facts.takenOn().isAfter(settings.today())) {
            throw new Refused("coalition.refused.ahead");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("seat", seat);
        values.put("power", mandate.power());
        values.put("mandate", mandate.mandate());
        VersionedRow.insert(db, "advocacy.coalition_position", values);
    }

    /** Deletes a position recorded by mistake. */
    @Transactional(label = "coalition.remove-position")
    public void removePosition(CoalitionId coalition, UUID position) {
        requireFound(db.sql("""
                        DELETE FROM advocacy.coalition_position p USING advocacy.coalition_seat s
                        WHERE p.seat = s.id AND p.id = ? AND s.coalition = ?
                        """).params(position, coalition.value()).update());
    }

    private static void requireFound(int deleted) {
        if (deleted == 0) {
            throw new NotFound("coalition");
        }
    }

    /**
     * Records an act of a coalition.
     *
     * @param ourPart empty if we had none; else it is a realisation with the coalition, which serves the coalition's line
     */
    @Transactional(label = "coalition.record-act")
    public CoalitionActId addAct(CoalitionId coalition, LocalDate day, String what, String ourPart) {
        if (day.isAfter(settings.today())) {
            throw new Refused("coalition.refused.ahead");
        }
        require(db, coalition);
        UUID id = Ids.next();
        db.sql("INSERT INTO advocacy.coalition_act (id, coalition, happened_on, what, our_part) VALUES (?, ?, ?, ?, ?)")
                .params(id, coalition.value(), day, what, ourPart)
                .update();
        if (!ourPart.isEmpty()) {
            parts.record(source(coalition, id), RealisationKind.REPRESENTATION, day, what, ourPart);
        }
        return new CoalitionActId(id);
    }

    private static CoalitionSource source(CoalitionId coalition, UUID act) {
        return new CoalitionSource(coalition, "act", act);
    }

    /** Deletes an act recorded by mistake; our part is withdrawn. */
    @Transactional(label = "coalition.remove-act")
    public void removeAct(CoalitionId coalition, CoalitionActId act, String reason) {
        db.sql("DELETE FROM advocacy.coalition_act WHERE id = ? AND coalition = ?")
                .params(act.value(), coalition.value())
                .update();
        parts.withdraw(source(coalition, act.value()), reason);
    }
}
