package org.convergence.advocacy.coalition.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.advocacy.coalition.CoalitionId;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.CoalitionSeatId;
import org.convergence.advocacy.coalition.SeatPower;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows coalitions: seats with their mandate, and what we owe. */
@Service
@Transactional
@Requires(CoalitionPermissions.FOLLOW)
public class CoalitionService {

    static final String TABLE = "advocacy.coalition";
    static final String SEAT_TABLE = "advocacy.coalition_seat";

    private final JdbcClient db;
    private final OrganisationSettings settings;

    CoalitionService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
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
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('coalition/' || :id, 0))")
                .param("id", organisation.value().toString())
                .query((row, n) -> true)
                .list();
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
        require(coalition);
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("coalition", coalition);
        return new CoalitionSeatId(VersionedRow.insert(db, SEAT_TABLE, values));
    }

    private void require(CoalitionId id) {
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
        require(coalition);
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
}
