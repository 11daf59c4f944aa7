package org.convergence.resources.impact.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.convergence.resources.impact.ImpactLeaflets;
import org.convergence.resources.impact.ImpactLeaflets.ImpactLeaflet;
import org.convergence.resources.impact.ImpactPermissions;
import org.convergence.resources.impact.LeafletId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members of a period by name, with the current leaflet of each, and the leaflets of a member for other modules.
 * Never sorted by size (R-REPORT-5).
 */
@Service
@Transactional(readOnly = true)
@Requires(ImpactPermissions.READ)
public class LeafletQueries implements ImpactLeaflets {

    private static final String COLUMNS = """
            o.id AS organisation, o.name, o.short_name, s.document AS made_document, d.name AS made_file,
            s.made_at, s.language AS made_language, s.silenced AS made_silenced
            """;
    private static final String TABLES = """
            directory.people_organisation_name o
            LEFT JOIN resources.impact_leaflet s ON s.organisation = o.id AND s.period_from = :from AND s.period_to = :to
                                              AND s.replaced_at IS NULL
            LEFT JOIN platform.document_file d ON d.id = s.document
            """;
    private static final String IS_MEMBER = """
            EXISTS (SELECT FROM resources.membership_period m WHERE m.organisation = o.id
                    AND daterange(m.since, m.until, '[]') && daterange(:from, :to, '[]'))""";
    private static final String SHEETS = """
            SELECT s.id, s.period_from, s.period_to, s.document, s.language, d.name
            FROM resources.impact_leaflet s JOIN platform.document_file d ON d.id = s.document
            WHERE s.organisation = :organisation AND s.replaced_at IS NULL
            """;

    private final JdbcClient db;
    private final ListQuery<LeafletPeriod, MemberLeafletRow> list;

    LeafletQueries(JdbcClient db) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                TABLES,
                span -> new SqlConditions()
                        .with("from", span.from())
                        .with("to", span.to())
                        .and(IS_MEMBER),
                List.of(ListOrder.<MemberLeafletRow>ascending("name")
                        .text("o.name", MemberLeafletRow::name)
                        .id("o.id", MemberLeafletRow::organisation)),
                RecordMapper.of(MemberLeafletRow.class));
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
            @Nullable LeafletFile made) {}

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
                        SELECT count(*) FROM resources.impact_leaflet s
                        WHERE s.period_from = :from AND s.period_to = :to AND s.replaced_at IS NULL
                        """, span).query(Integer.class).single());
    }

    /** A slice of the members, by name. */
    public ListSlice<MemberLeafletRow> findSlice(ListRequest<LeafletPeriod> request) {
        return list.findSlice(request);
    }

    /** All members of a period, by name. */
    public Iterator<MemberLeafletRow> iterateAll(LeafletPeriod span) {
        return list.iterateAll(span, "");
    }

    int countMembers(LeafletPeriod span) {
        return bind("SELECT count(*) FROM directory.people_organisation_name o WHERE " + IS_MEMBER, span)
                .query(Integer.class)
                .single();
    }

    /** The next member in id order; empty after the last. */
    Optional<OrganisationId> findNextMember(LeafletPeriod span, @Nullable UUID after) {
        return bind(
                        "SELECT o.id FROM directory.people_organisation_name o WHERE " + IS_MEMBER
                                + " AND o.id > :after ORDER BY o.id LIMIT 1",
                        span)
                .param("after", after == null ? new UUID(0, 0) : after)
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
    }

    private JdbcClient.StatementSpec bind(String sql, LeafletPeriod span) {
        return db.sql(sql).param("from", span.from()).param("to", span.to());
    }

    @Override
    public Optional<ImpactLeaflet> documentFor(OrganisationId organisation, LocalDate from, LocalDate to) {
        return db.sql(SHEETS + "AND s.period_from = :from AND s.period_to = :to")
                .param("organisation", organisation.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> mapRow(row))
                .optional();
    }

    @Override
    public List<ImpactLeaflet> documentsOf(OrganisationId organisation) {
        return db.sql(SHEETS + "ORDER BY s.period_to DESC, s.period_from DESC LIMIT 50")
                .param("organisation", organisation.value())
                .query((row, n) -> mapRow(row))
                .list();
    }

    @Override
    public List<LeafletPeriodBounds> periods() {
        return db.sql("""
                        SELECT DISTINCT period_to AS to, period_from AS from FROM resources.impact_leaflet WHERE replaced_at IS NULL
                        ORDER BY period_to DESC, period_from DESC LIMIT 12
                        """).query(RecordMapper.of(LeafletPeriodBounds.class)).list();
    }

    private static ImpactLeaflet mapRow(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ImpactLeaflet(
                new LeafletId(id),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                new DocumentId(row.getObject("document", UUID.class)),
                LeafletRepository.owner(id),
                row.getString("name"),
                row.getString("language"));
    }
}
