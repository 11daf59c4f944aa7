package org.convergence.plan.time.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores sheets. A change to a sheet or its entries requires {@link #lock} first. */
@Component
record WeekSheetRepository(JdbcClient db, Clock clock) {

    static final String TABLE = "plan.time_sheet";
    private static final RecordMapper<SheetHeader> SHEETS = RecordMapper.of(SheetHeader.class);

    /**
     * A sheet without its hours.
     *
     * @param version 0 if nothing was saved
     * @param savedAt when the whole week was last saved, with the proposals visible then; far in the past if never
     * @param decidedName the last person to approve, return or reopen it
     */
    record SheetHeader(
            UUID id,
            int version,
            SheetState state,
            Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedName,
            @Nullable String comment) {

        static final SheetHeader NONE =
                new SheetHeader(new UUID(0, 0), 0, SheetState.DRAFT, Instant.EPOCH, null, null, null, null);
    }

    Optional<SheetHeader> find(PersonId person, Week week) {
        return select(person, week, "");
    }

    /** The sheet, created if missing, locked until this transaction ends. */
    SheetHeader lock(PersonId person, Week week) {
        db.sql("""
                        INSERT INTO plan.time_sheet (id, version, person, monday, saved_at) VALUES (?, 0, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(Ids.next(), person.value(), week.monday(), SqlTime.at(SheetHeader.NONE.savedAt()))
                .update();
        return select(person, week, " FOR UPDATE").orElseThrow();
    }

    private Optional<SheetHeader> select(PersonId person, Week week, String lock) {
        return db.sql("SELECT * FROM plan.time_sheet WHERE person = ? AND monday = ?" + lock)
                .params(person.value(), week.monday())
                .query(SHEETS)
                .optional();
    }

    /**
     * SQL condition: {@code :me} may decide on a sheet {@code s}, as named approver, or with {@code :all} if none is
     * named.
     */
    static final String DECIDES = """
            (s.person IS DISTINCT FROM CAST(:me AS uuid) AND (
                SELECT coalesce(bool_or(c.approver IS NOT DISTINCT FROM CAST(:me AS uuid)), :all) FROM plan.time_contract c
                WHERE c.person = s.person AND c.approver <> c.person
                  AND daterange(c.starts_on, c.ends_on, '[]') && daterange(s.monday, s.monday + 6, '[]')))
            """;

    /** Whether the current actor decides on a week (R-TIME-4). */
    boolean mayDecide(PersonId person, Week week) {
        return db.sql("SELECT " + DECIDES
                        + " FROM (SELECT CAST(:person AS uuid) AS person, CAST(:monday AS date) AS monday) AS s")
                .param("person", person.value())
                .param("monday", week.monday())
                .param("me", CurrentActor.get().personId())
                .param("all", CurrentActor.get().may(TimePermissions.APPROVE))
                .query(Boolean.class)
                .single();
    }

    /** Records that a locked sheet was saved, and perhaps submitted. */
    void markSaved(SheetHeader held, boolean submitted) {
        db.sql("""
                        UPDATE plan.time_sheet
                        SET version = version + 1, saved_at = :now,
                            state = CASE WHEN :submitted THEN 'SUBMITTED' ELSE state END,
                            submitted_at = CASE WHEN :submitted THEN CAST(:now AS timestamptz) ELSE submitted_at END
                        WHERE id = :id
                        """)
                .param("now", SqlTime.now(clock))
                .param("submitted", submitted)
                .param("id", held.id())
                .update();
    }

    /** Records that single hours of a locked sheet were written, without a look at the proposals. */
    void markChanged(SheetHeader held) {
        db.sql("UPDATE plan.time_sheet SET version = version + 1 WHERE id = ?")
                .param(held.id())
                .update();
    }

    /** Records a decision on a locked sheet, with its author and comment. */
    void markDecided(SheetHeader held, SheetState state, Actor by, @Nullable String comment) {
        db.sql("""
                        UPDATE plan.time_sheet
                        SET version = version + 1, state = :state, decided_at = :now, decided_by = :by,
                            decided_name = :name, comment = :comment
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("now", SqlTime.now(clock))
                .param("by", by.id())
                .param("name", by.label())
                .param("comment", comment)
                .param("id", held.id())
                .update();
    }
}
