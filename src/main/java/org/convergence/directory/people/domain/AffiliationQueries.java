package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All affiliations, in the order of entry, page by page. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class AffiliationQueries {

    private static final String LINES = """
            SELECT a.id, a.version, a.nature, a.since, a.until, m.id AS member, m.name AS member_name,
                   m.short_name AS member_short, o.id AS parent, o.name AS parent_name, o.short_name AS parent_short
            FROM directory.people_affiliation a
            JOIN directory.people_organisation m ON m.id = a.member
            JOIN directory.people_organisation o ON o.id = a.parent
            """;

    private final JdbcClient db;

    AffiliationQueries(JdbcClient db) {
        this.db = db;
    }

    /** An affiliation, with both names. */
    public record AffiliationLine(
            AffiliationId id,
            int version,
            OrganisationName member,
            OrganisationName parent,
            AffiliationNature nature,
            Period period) {}

    /**
     * A filter of affiliations.
     *
     * @param on only those valid on this day
     */
    public record AffiliationFilter(
            @Nullable UUID member,
            @Nullable UUID parent,
            @Nullable LocalDate on) {}

    /** A page, and the cursor of the next one; {@code null} on the last. */
    public record AffiliationListPage(
            List<AffiliationLine> lines, @Nullable String next) {}

    /** @param after the cursor of the previous page, {@code null} for the first */
    public AffiliationListPage findPage(AffiliationFilter filter, @Nullable String after, int limit) {
        DirectoryConditions where = new DirectoryConditions();
        if (filter.member() != null) {
            where.and("a.member = :member", "member", filter.member());
        }
        if (filter.parent() != null) {
            where.and("a.parent = :parent", "parent", filter.parent());
        }
        if (filter.on() != null) {
            where.and("daterange(a.since, a.until, '[]') @> CAST(:day AS date)", "day", filter.on());
        }
        if (after != null) {
            Keyset.decode(after, KeysetValueType.ID)
                    .ifPresent(place -> where.and(
                            "a.id > :after",
                            "after",
                            UUID.fromString(place.values().get(0))));
        }
        List<AffiliationLine> lines = db.sql(LINES + where.sql() + " ORDER BY a.id LIMIT :limit")
                .params(where.parameters())
                .param("limit", limit + 1)
                .query((row, n) -> line(row))
                .list();
        if (lines.size() <= limit) {
            return new AffiliationListPage(lines, null);
        }
        return new AffiliationListPage(
                lines.subList(0, limit), Keyset.of(lines.get(limit - 1).id()).encode());
    }

    /**
     * Finds an affiliation.
     *
     * @throws NotFound where there is none
     */
    public AffiliationLine findById(AffiliationId id) {
        Optional<AffiliationLine> found = db.sql(LINES + "WHERE a.id = :id")
                .param("id", id.value())
                .query((row, n) -> line(row))
                .optional();
        return found.orElseThrow(() -> new NotFound("affiliation"));
    }

    private static AffiliationLine line(ResultSet row) throws SQLException {
        return new AffiliationLine(
                new AffiliationId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                name(row, "member"),
                name(row, "parent"),
                AffiliationNature.valueOf(row.getString("nature")),
                OrganisationQueries.period(row));
    }

    private static OrganisationName name(ResultSet row, String which) throws SQLException {
        return new OrganisationName(
                new OrganisationId(row.getObject(which, UUID.class)),
                row.getString(which + "_name"),
                row.getString(which + "_short"));
    }
}
