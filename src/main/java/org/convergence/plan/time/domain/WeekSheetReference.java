package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * References from week sheets and hours to their person, for merges. No hour is lost and none is approved unseen: two
 * people with hours in the same week cannot be merged until one week is corrected. Of two sheets of one week, an empty
 * one is deleted.
 */
@Component
class WeekSheetReference implements IdentityReference {

    private final ReferencingColumn sheets;
    private final ReferencingColumn entries;
    private final JdbcClient db;

    WeekSheetReference(JdbcClient db) {
        this.sheets = ReferencingColumn.toPerson(db, "plan.time_sheet", "person", List.of("id"), ErasureRule.KEEP);
        this.entries = ReferencingColumn.toPerson(db, "plan.time_entry", "person", List.of("id"), ErasureRule.KEEP);
        this.db = db;
    }

    @Override
    public Set<String> columns() {
        return Set.of("plan.time_sheet.person", "plan.time_entry.person");
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        List<LocalDate> both = db.sql("""
                        SELECT DISTINCT d.monday FROM plan.time_entry d JOIN plan.time_entry k USING (monday)
                        WHERE d.person = :duplicate AND k.person = :kept ORDER BY d.monday LIMIT 1
                        """)
                .param("duplicate", duplicate.value())
                .param("kept", kept.value())
                .query(LocalDate.class)
                .list();
        if (!both.isEmpty()) {
            throw new Refused("time.refused.two-weeks", both.get(0));
        }
        JsonNode empty = deleteEmptySheets(duplicate, kept);
        ObjectNode before = Json.empty().node().asObject();
        before.set("sheets", sheets.repoint(duplicate, kept).node());
        before.set("entries", entries.repoint(duplicate, kept).node());
        before.set("empty", empty);
        return new Json(before);
    }

    /**
     * Deletes the sheet without hours of each week for which both people have one (the duplicate's if both are empty),
     * and returns the deleted rows.
     */
    private JsonNode deleteEmptySheets(Party duplicate, Party kept) {
        return db.sql("""
                        WITH empty AS (
                            SELECT DISTINCT ON (s.monday) s.id FROM plan.time_sheet s
                            JOIN plan.time_sheet o ON o.monday = s.monday AND o.id <> s.id
                            WHERE s.person IN (:duplicate, :kept) AND o.person IN (:duplicate, :kept)
                              AND NOT EXISTS (SELECT FROM plan.time_entry e
                                              WHERE e.person = s.person AND e.monday = s.monday)
                            ORDER BY s.monday, s.person = :kept),
                        gone AS (DELETE FROM plan.time_sheet s USING empty WHERE empty.id = s.id
                                 RETURNING to_jsonb(s) AS line)
                        SELECT coalesce(jsonb_agg(line), '[]') FROM gone
                        """)
                .param("duplicate", duplicate.value())
                .param("kept", kept.value())
                .query((row, n) -> Json.parse(row.getString(1)).node())
                .single();
    }

    @Override
    public void restore(Party duplicate, Json before) {
        JsonNode kept = before.node();
        entries.restore(duplicate, new Json(kept.path("entries")));
        sheets.restore(duplicate, new Json(kept.path("sheets")));
        ObjectNode gone = Json.empty().node().asObject();
        gone.set("removed", kept.path("empty"));
        sheets.restore(duplicate, new Json(gone));
    }

    @Override
    public void erase(PersonId person) {
        // Hours are kept, without the name of their person.
    }

    @Override
    public List<Json> export(PersonId person) {
        List<Json> all = new ArrayList<>(sheets.export(person));
        all.addAll(entries.export(person));
        return all;
    }
}
