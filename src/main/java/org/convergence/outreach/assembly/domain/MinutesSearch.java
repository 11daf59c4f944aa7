package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.search.FullTextQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Full-text search in agendas and minutes, the latest meeting first. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MinutesSearch {

    private final JdbcClient db;

    MinutesSearch(JdbcClient db) {
        this.db = db;
    }

    /** A matching item. */
    public record MinutesMatch(MeetingId meeting, UUID item, String title, String body, LocalDate day) {}

    /** Items whose title or minutes contain all words; the last word may be incomplete. */
    public List<MinutesMatch> find(String typed, int limit) {
        String words = FullTextQuery.parse(typed).orElse("");
        return words.isEmpty() ? List.of() : holding(words, limit);
    }

    private List<MinutesMatch> holding(String words, int limit) {
        return db.sql("""
                        SELECT i.id, i.title, m.id AS meeting, m.begins::date AS day, b.name AS body
                        FROM outreach.assembly_item i
                        JOIN outreach.assembly_meeting m ON m.id = i.meeting JOIN outreach.assembly_body b ON b.id = m.body
                        WHERE
                        """ + FullTextCondition.condition("outreach.assembly_item", "i", words, db) + """
                         ORDER BY m.begins DESC, i.position LIMIT :limit
                        """)
                .param("words", words)
                .param("limit", limit)
                .query((row, n) -> new MinutesMatch(
                        new MeetingId(row.getObject("meeting", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("body"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }
}
