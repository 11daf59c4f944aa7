package org.convergence.directory.people.domain.merging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Merged records and the records kept in their place, with the data to undo a merge for thirty days. */
@Component
public record AliasRepository(JdbcClient db, Clock clock) {

    /** How long a merge can be undone. */
    public static final Duration KEPT = Duration.ofDays(30);

    /**
     * A merged record.
     *
     * @param name its name
     * @param last whether no later merge must be undone first
     */
    public record MergedRecord(UUID id, String name, Instant at, String who, boolean last) {}

    /** The id of the record kept for a merged one. */
    public Optional<UUID> findKeptId(UUID replaced) {
        return db.sql("SELECT coalesce(person, organisation) FROM directory.people_alias WHERE id = ?")
                .param(replaced)
                .query(UUID.class)
                .optional();
    }

    /** The records merged into another that can still be separated, latest first. */
    public List<MergedRecord> findMergedInto(Party kept) {
        return db.sql(MergeSubject.of(kept).sql("""
                        SELECT a.id, coalesce(a.undo -> 'row' ->> 'display_name', a.undo -> 'row' ->> 'name') AS name,
                               a.replaced_at AS at, a.actor_label AS who, row_number() OVER (ORDER BY a.replaced_at DESC, a.id DESC) = 1 AS last
                        FROM directory.people_alias a WHERE a.%2$s = ? AND a.undo IS NOT NULL
                        ORDER BY a.replaced_at DESC, a.id DESC LIMIT 50
                        """))
                .param(kept.value())
                .query(RecordMapper.of(MergedRecord.class))
                .list();
    }

    /** Deletes the record, which fails where anything still references it, and stores its alias. */
    void insert(MergeSubject subject, UUID replaced, UUID kept, ObjectNode undo) {
        Actor actor = CurrentActor.get();
        db.sql(subject.sql("""
                        WITH gone AS (DELETE FROM %1$s r WHERE r.id = :replaced
                                      RETURNING r.contact_keys, %3$s AS names, to_jsonb(r) AS line)
                        INSERT INTO directory.people_alias
                            (id, %2$s, names, contact_keys, replaced_at, actor, actor_label, undo)
                        SELECT :replaced, :kept, ARRAY(SELECT DISTINCT n FROM unnest(names) AS n WHERE n <> ''), contact_keys,
                               :at, :actor, :label, jsonb_set(CAST(:undo AS jsonb), '{row}', line)
                        FROM gone
                        """))
                .param("replaced", replaced)
                .param("kept", kept)
                .param("at", SqlTime.now(clock))
                .param("actor", actor.id())
                .param("label", actor.label())
                .param("undo", undo.toString())
                .update();
        db.sql("DELETE FROM directory.people_likeness WHERE :replaced IN (one, other) AND dismissed_at IS NULL")
                .param("replaced", replaced)
                .update();
    }

    /** The data before a merge. */
    record MergeUndo(MergeSubject subject, UUID kept, Instant at, JsonNode before) {}

    /**
     * Takes the undo data, and deletes the alias.
     *
     * @throws Refused where it is too late, or a later merge must be undone first
     */
    MergeUndo takeUndo(UUID replaced) {
        record UndoCandidate(MergeUndo undo, boolean last) {}
        UndoCandidate found = db.sql("""
                        SELECT a.person, a.organisation, a.replaced_at, a.undo, NOT EXISTS (
                                   SELECT FROM directory.people_alias o
                                   WHERE coalesce(o.person, o.organisation) = coalesce(a.person, a.organisation)
                                     AND (o.replaced_at, o.id) > (a.replaced_at, a.id)) AS last
                        FROM directory.people_alias a WHERE a.id = ? FOR UPDATE
                        """)
                .param(replaced)
                .query((row, n) -> {
                    UUID person = row.getObject("person", UUID.class);
                    String undo = row.getString("undo");
                    return new UndoCandidate(
                            new MergeUndo(
                                    person == null ? MergeSubject.ORGANISATION : MergeSubject.PERSON,
                                    person == null ? row.getObject("organisation", UUID.class) : person,
                                    row.getObject("replaced_at", OffsetDateTime.class)
                                            .toInstant(),
                                    undo == null
                                            ? Json.empty().node()
                                            : Json.parse(undo).node()),
                            row.getBoolean("last"));
                })
                .optional()
                .orElseThrow(() -> new NotFound("alias"));
        boolean inTime = found.undo().at().plus(KEPT).isAfter(clock.instant());
        if (!inTime || found.undo().before().isEmpty()) {
            throw new Refused("people.replace.too-late", KEPT.toDays());
        }
        if (!found.last()) {
            throw new Refused("people.replace.later-first");
        }
        db.sql("DELETE FROM directory.people_alias WHERE id = ?")
                .param(replaced)
                .update();
        return found.undo();
    }

    /** Deletes undo data that is too old. */
    void deleteExpiredUndo() {
        db.sql("UPDATE directory.people_alias SET undo = NULL WHERE undo IS NOT NULL AND replaced_at <= ?")
                .param(SqlTime.at(clock.instant().minus(KEPT)))
                .update();
    }
}
