package org.convergence.directory.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All affiliations, in the order of entry, page by page. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class AffiliationQueries {

    private static final String COLUMNS = """
            a.id, a.version, a.nature, a.since AS period_since, a.until AS period_until, m.id AS member_id,
            m.name AS member_name, m.short_name AS member_short_name, o.id AS parent_id, o.name AS parent_name,
            o.short_name AS parent_short_name
            """;
    private static final String FROM = """
            directory.people_affiliation a
            JOIN directory.people_organisation m ON m.id = a.member
            JOIN directory.people_organisation o ON o.id = a.parent
            """;

    private static final RecordMapper<AffiliationLine> LINES = RecordMapper.of(AffiliationLine.class);

    private final JdbcClient db;
    private final ListQuery<AffiliationFilter, AffiliationLine> list;

    AffiliationQueries(JdbcClient db) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                FROM,
                AffiliationQueries::conditions,
                List.of(ListOrder.<AffiliationLine>ascending("entry").id("a.id", AffiliationLine::id)),
                LINES);
    }

    private static SqlConditions conditions(AffiliationFilter filter) {
        return new SqlConditions()
                .and("a.member = :member", "member", filter.member())
                .and("a.parent = :parent", "parent", filter.parent())
                .and("daterange(a.since, a.until, '[]') @> CAST(:day AS date)", "day", filter.on());
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

    /** Some affiliations, in the order of entry. */
    public ListSlice<AffiliationLine> findSlice(ListRequest<AffiliationFilter> request) {
        return list.findSlice(request);
    }

    /**
     * Finds an affiliation.
     *
     * @throws NotFound where there is none
     */
    public AffiliationLine findById(AffiliationId id) {
        Optional<AffiliationLine> found = db.sql("SELECT " + COLUMNS + " FROM " + FROM + " WHERE a.id = :id")
                .param("id", id.value())
                .query(LINES)
                .optional();
        return found.orElseThrow(() -> new NotFound("affiliation"));
    }
}
