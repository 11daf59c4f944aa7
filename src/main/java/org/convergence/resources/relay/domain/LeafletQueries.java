package org.convergence.resources.relay.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.platform.document.DocumentId;
import org.convergence.resources.relay.ImpactPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of a period by name, with the current leaflet of each. Never sorted by size (R-REPORT-5). */
@Service
@Transactional(readOnly = true)
@Requires(ImpactPermissions.READ)
public class LeafletQueries {

    private static final String MEMBERS = """
            FROM directory.people_organisation o
            WHERE EXISTS (SELECT FROM resources.membership m WHERE m.organisation = o.id
                          AND daterange(m.since, m.until, '[]') && daterange(:from, :to, '[]'))
            """;

    private static final String SHEETS = """
            SELECT o.id, o.name, o.short_name, s.document, s.made_at, s.language, s.silenced, d.name AS file
            FROM directory.people_organisation o
            LEFT JOIN resources.relay_leaflet s ON s.organisation = o.id AND s.period_from = :from AND s.period_to = :to
                                             AND s.replaced_at IS NULL
            LEFT JOIN platform.document d ON d.id = s.document
            WHERE EXISTS (SELECT FROM resources.membership m WHERE m.organisation = o.id
                          AND daterange(m.since, m.until, '[]') && daterange(:from, :to, '[]'))
            """;

    private final JdbcClient db;

    LeafletQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A member and its current leaflet.
     *
     * @param made {@code null} if none was made yet
     */
    public record MemberLeafletRow(
            OrganisationId organisation,
            String name,
            @Nullable String shortName,
            @Nullable LeafletFile made) {

        /** The keyset position from which the next page starts. */
        public String position() {
            return Keyset.of(name, organisation).encode();
        }
    }

    /**
     * The current leaflet of a member.
     *
     * @param file name of the file, with its ending
     * @param silenced how many titles and texts it leaves out because they name a person
     */
    public record LeafletFile(DocumentId document, String file, Instant at, String language, int silenced) {}

    /** How many members there are, and how many have a leaflet. */
    public record LeafletCounts(int members, int made) {}

    public LeafletCounts count(LeafletPeriod span) {
        return new LeafletCounts(
                countMembers(span), bind("""
                        SELECT count(*) FROM resources.relay_leaflet s
                        WHERE s.period_from = :from AND s.period_to = :to AND s.replaced_at IS NULL
                        """, span).query(Integer.class).single());
    }

    /** A page of members, from a {@linkplain MemberLeafletRow#position position} on. */
    public List<MemberLeafletRow> findPage(LeafletPeriod span, @Nullable String after, int limit) {
        Optional<Keyset> place = Keyset.decode(after == null ? "" : after, KeysetValueType.TEXT, KeysetValueType.ID);
        return bind(
                        SHEETS
                                + (place.isEmpty()
                                        ? ""
                                        : "AND (o.name COLLATE \"fr-CA-x-icu\", o.id) > (:last, CAST(:id AS uuid))\n")
                                + "ORDER BY o.name COLLATE \"fr-CA-x-icu\", o.id LIMIT :limit",
                        span)
                .param("limit", limit)
                .param("last", place.map(it -> it.values().get(0)).orElse(""))
                .param("id", place.map(it -> it.values().get(1)).orElse(new UUID(0, 0).toString()))
                .query((row, n) -> line(row))
                .list();
    }

    int countMembers(LeafletPeriod span) {
        return bind("SELECT count(*) " + MEMBERS, span).query(Integer.class).single();
    }

    /** The next member in id order; empty after the last. */
    Optional<OrganisationId> findNextMember(LeafletPeriod span, @Nullable UUID after) {
        return bind("SELECT o.id " + MEMBERS + "AND o.id > :after ORDER BY o.id LIMIT 1", span)
                .param("after", after == null ? new UUID(0, 0) : after)
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
    }

    private JdbcClient.StatementSpec bind(String sql, LeafletPeriod span) {
        return db.sql(sql).param("from", span.from()).param("to", span.to());
    }

    private static MemberLeafletRow line(ResultSet row) throws SQLException {
        UUID document = row.getObject("document", UUID.class);
        return new MemberLeafletRow(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("short_name"),
                document == null
                        ? null
                        : new LeafletFile(
                                new DocumentId(document),
                                row.getString("file"),
                                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                row.getString("language"),
                                row.getInt("silenced")));
    }
}
