package org.convergence.education.tool.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.education.tool.domain.Tool.CopyBatch;
import org.convergence.education.tool.domain.Tool.HandOut;
import org.convergence.education.tool.domain.Tool.HandOutTotal;
import org.convergence.education.tool.domain.Tool.ToolEdition;
import org.convergence.education.tool.domain.Tool.ToolLoan;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads tools, their copies and loans. */
@Service
@Transactional(readOnly = true)
@Requires(ToolPermissions.READ)
public class ToolQueries {

    private static final int MOST = 500;

    private static final String TOOLS = """
            SELECT t.*, h.copies AS distributed, p.copies - h.copies AS left
            FROM education.tool t
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(b.copies), 0)::integer AS copies FROM education.tool_batch b
                JOIN education.tool_edition e ON e.id = b.edition WHERE e.tool = t.id) p
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(o.copies), 0)::integer AS copies FROM education.tool_hand_out o
                JOIN education.tool_batch b ON b.id = o.batch JOIN education.tool_edition e ON e.id = b.edition
                WHERE e.tool = t.id) h
            """;

    private static final String HAND_OUTS = """
            FROM education.tool_hand_out o JOIN education.tool_batch b ON b.id = o.batch
            JOIN education.tool_edition e ON e.id = b.edition WHERE e.tool = ? GROUP BY 1 HAVING sum(o.copies) <> 0 ORDER BY 2 DESC, 1
            """;

    private static final String MOVEMENTS = """
            SELECT o.*, b.place, (o.copies + coalesce((
                SELECT sum(r.copies) FROM education.tool_hand_out r WHERE r.returns = o.id), 0))::integer AS out
            FROM education.tool_hand_out o JOIN education.tool_batch b ON b.id = o.batch
            JOIN education.tool_edition e ON e.id = b.edition WHERE e.tool = ?
            """;

    private final JdbcClient db;

    ToolQueries(JdbcClient db) {
        this.db = db;
    }

    /** The tools, by title. */
    public List<Tool> findAll() {
        return db.sql(TOOLS + "ORDER BY t.title, t.id LIMIT " + MOST)
                .query(RecordMapper.of(Tool.class))
                .list();
    }

    /** @throws NotFound if there is no such tool */
    public Tool findById(ToolId id) {
        return db.sql(TOOLS + "WHERE t.id = ?")
                .param(id.value())
                .query(RecordMapper.of(Tool.class))
                .optional()
                .orElseThrow(() -> new NotFound("tool"));
    }

    /** What belongs to a tool. */
    public enum ToolPart {
        EDITION("education.tool_edition p ON p.tool = t.id"),
        BATCH("education.tool_edition e ON e.tool = t.id JOIN education.tool_batch p ON p.edition = e.id"),
        HAND_OUT("education.tool_edition e ON e.tool = t.id JOIN education.tool_batch b ON b.edition = e.id"
                + " JOIN education.tool_hand_out p ON p.batch = b.id"),
        CONSENT("education.tool_edition e ON e.tool = t.id JOIN education.tool_consent p ON p.edition = e.id"),
        LOAN("education.tool_loan p ON p.tool = t.id");

        private final String join;

        ToolPart(String join) {
            this.join = join;
        }
    }

    /** @throws NotFound if a part is not of this tool */
    public void requirePart(ToolId id, ToolPart part, UUID row) {
        boolean isPart = db.sql("SELECT EXISTS (SELECT FROM education.tool t JOIN %s WHERE t.id = ? AND p.id = ?)"
                        .formatted(part.join))
                .params(id.value(), row)
                .query(Boolean.class)
                .single();
        if (!isPart) {
            throw new NotFound("tool");
        }
    }

    /** The editions of a tool, the latest first. */
    public List<ToolEdition> findEditions(ToolId id) {
        return db.sql("SELECT * FROM education.tool_edition WHERE tool = ? ORDER BY published_on DESC, id LIMIT "
                        + MOST)
                .param(id.value())
                .query(RecordMapper.of(ToolEdition.class))
                .list();
    }

    /** The printed copies of a tool, the latest first. */
    public List<CopyBatch> findBatches(ToolId id) {
        return db.sql("""
                        SELECT b.*, e.label AS edition_label, e.language,
                               b.copies - (SELECT coalesce(sum(o.copies), 0) FROM education.tool_hand_out o WHERE o.batch = b.id)::integer AS left
                        FROM education.tool_batch b JOIN education.tool_edition e ON e.id = b.edition
                        WHERE e.tool = ? ORDER BY b.printed_on DESC, b.id LIMIT 200
                        """)
                .param(id.value())
                .query(RecordMapper.of(CopyBatch.class))
                .list();
    }

    /** The hand-outs of a tool and the copies that came back, the latest first. */
    public List<HandOut> findHandOuts(ToolId id) {
        return db.sql(MOVEMENTS + "ORDER BY o.handed_on DESC, o.id DESC LIMIT 100")
                .param(id.value())
                .query(RecordMapper.of(HandOut.class))
                .list();
    }

    /** @throws NotFound if it is no hand-out of this tool */
    public HandOut findHandOut(ToolId id, UUID handOut) {
        return db.sql(MOVEMENTS + "AND o.returns IS NULL AND o.id = ?")
                .params(id.value(), handOut)
                .query(RecordMapper.of(HandOut.class))
                .optional()
                .orElseThrow(() -> new NotFound("tool"));
    }

    /** Copies handed out by setting, less those that came back. */
    public List<HandOutTotal> findBySetting(ToolId id) {
        return totals("SELECT o.setting AS key, sum(o.copies)::integer AS copies " + HAND_OUTS, id);
    }

    /** The same by region; the key is empty where it is not known. */
    public List<HandOutTotal> findByRegion(ToolId id) {
        return totals("SELECT coalesce(o.region, '') AS key, sum(o.copies)::integer AS copies " + HAND_OUTS, id);
    }

    private List<HandOutTotal> totals(String sql, ToolId id) {
        return db.sql(sql)
                .param(id.value())
                .query(RecordMapper.of(HandOutTotal.class))
                .list();
    }

    /** The loans of a tool: those out first, then those returned, the latest first. */
    public List<ToolLoan> findLoans(ToolId id) {
        return db.sql("""
                        SELECT l.*, o.name AS holder_name FROM education.tool_loan l
                        JOIN directory.people_organisation_name o ON o.id = l.holder
                        WHERE l.tool = ? ORDER BY l.returned_on DESC NULLS FIRST, l.due_on, l.id LIMIT 100
                        """)
                .param(id.value())
                .query(RecordMapper.of(ToolLoan.class))
                .list();
    }
}
