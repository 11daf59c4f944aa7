package org.convergence.directory.people.domain.merging;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs of possible duplicates, and pairs decided to be different. */
@Component
record LikenessRepository(JdbcClient db, Clock clock) {

    /** Two records that have something in common. */
    record LikenessPair(UUID one, UUID other, List<String> reasons) {}

    /**
     * Replaces the earlier pairs of some records by those found now; decided pairs stay.
     *
     * @param looked the records that were searched
     */
    void replaceFound(MergeSubject subject, List<UUID> looked, List<LikenessPair> found) {
        UUID[] ones = found.stream().map(LikenessPair::one).toArray(UUID[]::new);
        UUID[] others = found.stream().map(LikenessPair::other).toArray(UUID[]::new);
        db.sql("""
                        DELETE FROM directory.people_likeness l
                        WHERE l.dismissed_at IS NULL AND (l.one = ANY (:looked) OR l.other = ANY (:looked))
                          AND NOT EXISTS (SELECT FROM unnest(CAST(:ones AS uuid[]), CAST(:others AS uuid[])) AS f (one, other)
                                          WHERE f.one = l.one AND f.other = l.other)
                        """)
                .param("looked", looked.toArray(UUID[]::new))
                .param("ones", ones)
                .param("others", others)
                .update();
        db.sql("""
                        INSERT INTO directory.people_likeness (one, other, kind, reasons, found_at)
                        SELECT f.one, f.other, :kind, string_to_array(f.reasons, ' '), :now
                        FROM unnest(CAST(:ones AS uuid[]), CAST(:others AS uuid[]), CAST(:reasons AS text[]))
                            AS f (one, other, reasons)
                        ON CONFLICT (one, other) DO UPDATE SET reasons = excluded.reasons
                        WHERE people_likeness.dismissed_at IS NULL AND people_likeness.reasons <> excluded.reasons
                        """)
                .param("kind", subject.name())
                .param("now", SqlTime.now(clock))
                .param("ones", ones)
                .param("others", others)
                .param(
                        "reasons",
                        found.stream()
                                .map(each -> String.join(" ", each.reasons()))
                                .toArray(String[]::new))
                .update();
    }

    /** Records that two are different, permanently. */
    void dismiss(MergeSubject subject, UUID one, UUID other) {
        db.sql("""
                        INSERT INTO directory.people_likeness (one, other, kind, found_at, dismissed_at, dismissed_by)
                        VALUES (least(:one, :other), greatest(:one, :other), :kind, :now, :now, :actor)
                        ON CONFLICT (one, other) DO UPDATE
                        SET dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by
                        """)
                .param("one", one)
                .param("other", other)
                .param("kind", subject.name())
                .param("now", SqlTime.now(clock))
                .param("actor", CurrentActor.get().id())
                .update();
    }

    /** Undoes a dismissal. */
    void undoDismissal(UUID one, UUID other) {
        db.sql("""
                        UPDATE directory.people_likeness SET dismissed_at = NULL, dismissed_by = NULL
                        WHERE one = least(:one, :other) AND other = greatest(:one, :other)
                        """).param("one", one).param("other", other).update();
    }

    /** Deletes pairs with a deleted record, and search marks of deleted records. */
    void deleteOrphans() {
        db.sql("""
                        DELETE FROM directory.people_likeness l
                        WHERE EXISTS (SELECT FROM unnest(ARRAY[l.one, l.other]) AS each (id)
                                      WHERE NOT EXISTS (SELECT FROM directory.people_person p WHERE p.id = each.id)
                                        AND NOT EXISTS (SELECT FROM directory.people_organisation o WHERE o.id = each.id)
                                        AND NOT EXISTS (SELECT FROM directory.people_alias a WHERE a.id = each.id))
                        """).update();
        db.sql("""
                        DELETE FROM directory.people_looked l
                        WHERE NOT EXISTS (SELECT FROM directory.people_person p WHERE p.id = l.id)
                          AND NOT EXISTS (SELECT FROM directory.people_organisation o WHERE o.id = l.id)
                        """).update();
    }
}
