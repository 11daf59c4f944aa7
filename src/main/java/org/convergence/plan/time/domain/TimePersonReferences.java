package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** References from contracts, sheets, hours and leave to people, for merges and erasures. */
@Configuration(proxyBeanMethods = false)
class TimePersonReferences {

    private static final String OWN = "own";

    /**
     * References from week sheets and hours to their person, for merges. No hour is lost and none is approved unseen:
     * two people with hours in the same week cannot be merged until one week is corrected. Of two sheets of one week, an
     * empty one is deleted.
     */
    private static final class WeekSheetReference implements IdentityReference {

        private final ReferencingColumn sheets;
        private final ReferencingColumn entries;
        private final JdbcClient db;

        WeekSheetReference(JdbcClient db) {
            this.sheets = ReferencingColumn.toPerson(db, "plan.time_sheet", "person", ErasureRule.KEEP);
            this.entries = ReferencingColumn.toPerson(db, "plan.time_entry", "person", ErasureRule.KEEP);
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
         * Deletes the sheet without hours of each week for which both people have one (the duplicate's if both are
         * empty), and returns the deleted rows.
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

    /**
     * The person of a contract when people are merged. Two people with overlapping contracts cannot be merged until one
     * contract is corrected.
     */
    @Bean
    static IdentityReference personOfAContract(JdbcClient db) {
        return new SingleColumnReference(ReferencingColumn.toPerson(db, Contract.TABLE, "person", ErasureRule.KEEP)) {
            @Override
            public Json repoint(Party duplicate, Party kept) {
                boolean meet = db.sql("""
                                SELECT EXISTS (SELECT FROM plan.time_contract d JOIN plan.time_contract k
                                               ON daterange(d.starts_on, d.ends_on, '[]') && daterange(k.starts_on, k.ends_on, '[]')
                                               WHERE d.person = ? AND k.person = ? AND NOT d.beside AND NOT k.beside)
                                """)
                        .params(duplicate.value(), kept.value())
                        .query(Boolean.class)
                        .single();
                if (meet) {
                    throw new Refused("time.refused.two-contracts");
                }
                return super.repoint(duplicate, kept);
            }
        };
    }

    /**
     * The approver of a contract when people are merged. If approver and worker become the same person, the contract
     * names no approver: no person approves their own weeks (R-TIME-4).
     */
    @Bean
    static IdentityReference approverOfAContract(JdbcClient db) {
        return new SingleColumnReference(
                ReferencingColumn.toPerson(db, Contract.TABLE, "approver", ErasureRule.CLEAR)) {
            @Override
            public Json repoint(Party duplicate, Party kept) {
                // The person of the contract may or may not have been repointed already.
                Json own = db.sql("""
                                WITH own AS (
                                    SELECT id, approver FROM plan.time_contract
                                    WHERE person IN (:duplicate, :kept) AND approver IN (:duplicate, :kept)),
                                cleared AS (
                                    UPDATE plan.time_contract c SET approver = NULL FROM own WHERE own.id = c.id
                                    RETURNING jsonb_build_object('id', own.id, 'approver', own.approver) AS line)
                                SELECT coalesce(jsonb_agg(line), '[]') FROM cleared
                                """)
                        .param("duplicate", duplicate.value())
                        .param("kept", kept.value())
                        .query((row, n) -> Json.parse(row.getString(1)))
                        .single();
                ObjectNode before = super.repoint(duplicate, kept).node().asObject();
                return own.node().isEmpty() ? new Json(before) : new Json(before.set(OWN, own.node()));
            }

            @Override
            public void restore(Party duplicate, Json before) {
                super.restore(duplicate, before);
                JsonNode own = before.node().path(OWN);
                if (!own.isEmpty()) {
                    db.sql("""
                                    UPDATE plan.time_contract c SET approver = b.approver
                                    FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS b (id uuid, approver uuid)
                                    WHERE b.id = c.id AND c.approver IS NULL
                                      AND EXISTS (SELECT FROM directory.people_person_name p WHERE p.id = b.approver)
                                    """).param("rows", own.toString()).update();
                }
            }
        };
    }

    @Bean
    static IdentityReference personOfASheet(JdbcClient db) {
        return new WeekSheetReference(db);
    }

    /** Leave is deleted at erasure, also from the history. */
    @Bean
    static IdentityReferences referencesFromTime(ReferenceDeclarations declare) {
        return declare.table("plan.time_leave").person("person", ErasureRule.DELETE);
    }
}
