package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matters that wait: answers to consultations and minutes to adopt, for members; votes with a doubted quorum, for us. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.PREPARE)
public class AwaitedMatterQueries {

    private final JdbcClient db;

    AwaitedMatterQueries(JdbcClient db) {
        this.db = db;
    }

    /** The kind of waiting matter. */
    public enum AwaitedKind {
        QUORUM,
        ANSWERS,
        ADOPTION
    }

    /**
     * A waiting matter.
     *
     * @param id of the consultation, or of the meeting with the minutes
     * @param since the day of the question, or of the meeting
     * @param had the number of answers, or of votes
     * @param entitled the number of possible answers; 0 for another kind
     */
    public record AwaitedMatter(AwaitedKind kind, UUID id, String code, LocalDate since, int had, int entitled) {}

    /** Matters waiting since this day or later: first votes with a doubted quorum, then the longest first. */
    public List<AwaitedMatter> findSince(LocalDate day, int limit) {
        return db.sql("""
                        SELECT * FROM (
                        SELECT 'ANSWERS' AS kind, c.id, b.code, c.asked_on AS since, c.in_favour + c.against AS had, c.entitled
                        FROM outreach.assembly_consultation c JOIN outreach.assembly_body b ON b.id = c.body
                        WHERE c.closed_on IS NULL AND c.in_favour + c.against < c.entitled AND c.asked_on >= :day
                          AND NOT EXISTS (
                              SELECT FROM outreach.assembly_resolution r WHERE r.ratifies = c.id AND r.carried)
                        UNION ALL
                        SELECT 'ADOPTION', m.id, b.code, m.begins::date, 0, 0
                        FROM outreach.assembly_meeting m JOIN outreach.assembly_body b ON b.id = m.body
                        WHERE m.state = 'HELD' AND m.adopted_on IS NULL AND m.begins >= :day
                        UNION ALL
                        SELECT 'QUORUM', m.id, b.code, m.begins::date, count(*)::int, 0
                        FROM outreach.assembly_meeting m JOIN outreach.assembly_body b ON b.id = m.body
                        JOIN outreach.assembly_resolution r ON r.meeting = m.id
                        WHERE m.quorum_present < m.quorum_required AND m.signed_on IS NULL AND m.begins >= :day
                          AND %s = 'DOUBTED'
                        GROUP BY m.id, b.code) waiting
                        ORDER BY kind <> 'QUORUM', since, id LIMIT :limit
                        """.formatted(ResolutionQueries.QUORUM_CHECK))
                .param("day", day)
                .param("limit", limit)
                .query((row, n) -> new AwaitedMatter(
                        AwaitedKind.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getObject("since", LocalDate.class),
                        row.getInt("had"),
                        row.getInt("entitled")))
                .list();
    }
}
