package org.convergence.cooperation.fieldwork.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRepository.WorkbookRow;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbook.PartnerWorkbookRow;
import org.convergence.cooperation.fieldwork.domain.SentEntry.EntryFacts;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.WorkbookEntry.KnownEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.imports.ImportedRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of workbooks, and of which entry each of their rows is. */
@Component
record PartnerWorkbookRepository(JdbcClient db, AuditTrail audit) {

    static final String TABLE = "cooperation.fieldwork_workbook";

    Optional<PartnerWorkbook> find(UUID id) {
        return db.sql(
                        "SELECT id, organisation, kind, name, ours, titles, columns FROM cooperation.fieldwork_workbook WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    private static PartnerWorkbook read(ResultSet row) throws SQLException {
        String[] titles = (String[]) row.getArray("titles").getArray();
        String[] meanings = (String[]) row.getArray("columns").getArray();
        Map<String, String> columns = new HashMap<>();
        for (int at = 0; at < titles.length; at++) {
            columns.put(titles[at], meanings[at]);
        }
        return new PartnerWorkbook(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                PartnerEntryKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getBoolean("ours"),
                columns);
    }

    List<PartnerWorkbookRow> findAll() {
        return db.sql("""
                        SELECT w.id, w.name, o.name AS organisation_name, w.kind, w.ours AS is_ours,
                               (SELECT count(*) FROM cooperation.fieldwork_entry e WHERE e.workbook = w.id) AS entries
                        FROM cooperation.fieldwork_workbook w
                        JOIN directory.people_organisation_name o ON o.id = w.organisation
                        ORDER BY o.name, w.name, w.id LIMIT 200
                        """).query(RecordMapper.of(PartnerWorkbookRow.class)).list();
    }

    /** Keeps a workbook, and what its columns mean now. */
    void save(PartnerWorkbook it) {
        List<Map.Entry<String, String>> columns = List.copyOf(it.columns().entrySet());
        db.sql("""
                        INSERT INTO cooperation.fieldwork_workbook AS w (id, organisation, kind, name, ours, titles, columns)
                        VALUES (:id, :organisation, :kind, :name, :ours, :titles, :columns)
                        ON CONFLICT (id) DO UPDATE
                        SET titles = excluded.titles, columns = excluded.columns, version = w.version + 1
                        """)
                .param("id", it.workbook())
                .param("organisation", it.organisation())
                .param("kind", it.kind().name())
                .param("name", it.name())
                .param("ours", it.isOurs())
                .param("titles", columns.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("columns", columns.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    /** Of two files of one workbook that are entered, the second sees the entries of the first. */
    void lock(UUID workbook) {
        TransactionLock.acquire(db, TABLE + " " + workbook);
    }

    List<KnownEntry> findEntries(UUID workbook) {
        return db.sql("""
                        SELECT id, version, row_key, row_mark, kind, happened_on, label, details, typed, figure, currency,
                               women, men, others, not_stated
                        FROM cooperation.fieldwork_entry WHERE workbook = ? ORDER BY id
                        """)
                .param(workbook)
                .query(RecordMapper.of(KnownEntry.class))
                .list();
    }

    /** A row that says the same stands elsewhere now. */
    void move(KnownEntry known, String key) {
        db.sql("UPDATE cooperation.fieldwork_entry SET row_key = ? WHERE id = ?")
                .params(key, known.id().value())
                .update();
    }

    /** Writes what a row says now; it waits for us again. What it became stays. */
    void change(KnownEntry known, EntryFacts facts, WorkbookRow row) {
        int written = db.sql("""
                        UPDATE cooperation.fieldwork_entry
                        SET version = version + 1, state = 'WAITING', decided_on = NULL, decided_by = '', happened_on = :on,
                            label = :label, details = :details, typed = :typed, figure = :figure, currency = :currency,
                            women = :women, men = :men, others = :others, not_stated = :not_stated,
                            row_key = :row_key, row_mark = :row_mark
                        WHERE id = :id AND version = :version
                        """)
                .params(VersionedRow.values(facts))
                .param("row_key", row.key())
                .param("row_mark", row.mark())
                .param("id", known.id().value())
                .param("version", known.version())
                .update();
        requireOne(written, known.id(), known.version());
    }

    /** Deletes an entry that a file created, or sets back one that it changed, unless it was touched since. */
    void takeBack(ImportedRecord made) {
        Integer before = made.before();
        int written;
        if (before == null) {
            written = db.sql(
                            "DELETE FROM cooperation.fieldwork_entry WHERE id = ? AND version = ? AND state = 'WAITING'")
                    .params(made.id(), made.after())
                    .update();
        } else {
            String image = audit.findRowAtVersion(PartnerEntryRepository.TABLE, made.id(), before)
                    .orElseThrow(() -> new NotFound("entry"))
                    .toString();
            written = db.sql("""
                            UPDATE cooperation.fieldwork_entry e
                            SET (version, state, decided_on, decided_by, happened_on, label, details, typed, figure, currency,
                                 women, men, others, not_stated, row_key, row_mark)
                              = (SELECT e.version + 1, b.state, b.decided_on, b.decided_by, b.happened_on, b.label, b.details,
                                        b.typed, b.figure, b.currency, b.women, b.men, b.others, b.not_stated, b.row_key,
                                        b.row_mark
                                 FROM jsonb_populate_record(NULL::cooperation.fieldwork_entry, CAST(:image AS jsonb)) b)
                            WHERE id = :id AND version = :version
                            """)
                    .param("image", image)
                    .param("id", made.id())
                    .param("version", made.after())
                    .update();
        }
        requireOne(written, new PartnerEntryId(made.id()), made.after());
    }

    private static void requireOne(int written, PartnerEntryId id, int version) {
        if (written == 0) {
            throw new EditConflict(PartnerEntryRepository.TABLE, id.value(), version);
        }
    }

    Map<UUID, String> findNames(UUID[] ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("SELECT id, concat_ws(' · ', happened_on, nullif(label, ''), nullif(left(details, 80), '')) AS name"
                        + " FROM cooperation.fieldwork_entry WHERE id = ANY (?)")
                .param(ids)
                .query((row, n) -> names.put(row.getObject("id", UUID.class), String.valueOf(row.getString("name"))))
                .list();
        return names;
    }
}
