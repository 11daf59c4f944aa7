package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of organisations: filtered, sorted, page by page or whole for a file. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class OrganisationListQueries {

    private static final RecordMapper<OrganisationFacts> FACTS = RecordMapper.of(OrganisationFacts.class);

    private static final int NEAR = 20;
    private static final String COLUMNS = """
            o.id, o.name, o.short_name, o.other_names, o.kind, o.place, o.website, o.contact_points, o.note,
            (SELECT string_agg(coalesce(p.short_name, p.name), '; ' ORDER BY p.name COLLATE "fr-CA-x-icu")
             FROM directory.people_affiliation a JOIN directory.people_organisation p ON p.id = a.parent
             WHERE a.member = o.id AND daterange(a.since, a.until, '[]') @> CAST(:today AS date)) AS parents
            """;
    private static final String WITHIN = """
            o.id IN (WITH RECURSIVE below AS (
                SELECT a.member FROM directory.people_affiliation a
                WHERE a.parent = :within AND daterange(a.since, a.until, '[]') @> CAST(:today AS date)
                UNION
                SELECT a.member FROM directory.people_affiliation a JOIN below ON a.parent = below.member
                WHERE daterange(a.since, a.until, '[]') @> CAST(:today AS date))
            SELECT member FROM below)""";

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final ListQuery<OrganisationFilter, OrganisationLine> list;
    private final ListQuery<OrganisationFilter, OrganisationLine> similar;

    OrganisationListQueries(JdbcClient db, NameMatcher nameMatcher, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
        this.list = list(filter -> nameMatcher.andExactly(attributes(filter), filter.typed()));
        this.similar = list(filter -> nameMatcher.andOnlyNearly(attributes(filter), filter.typed()));
    }

    private ListQuery<OrganisationFilter, OrganisationLine> list(
            Function<OrganisationFilter, SqlConditions> conditions) {
        return new ListQuery<>(
                db,
                COLUMNS,
                "directory.people_organisation o",
                conditions,
                List.of(
                        byName(ListOrder.ascending("name")),
                        byName(ListOrder.<OrganisationLine>ascending("kind")
                                .code("o.kind", line -> line.kind().name())),
                        byName(ListOrder.<OrganisationLine>ascending("place")
                                .code(
                                        "coalesce(o.place, '')",
                                        line -> Objects.requireNonNullElse(line.position(), ""))),
                        ListOrder.<OrganisationLine>descending("newest")
                                .id("o.id", line -> line.name().id())),
                (row, n) -> line(row));
    }

    private static ListOrder<OrganisationLine> byName(ListOrder<OrganisationLine> order) {
        return order.text("o.name", line -> line.name().name())
                .id("o.id", line -> line.name().id());
    }

    /**
     * A line of the list.
     *
     * @param parents the brief names of its present parents; {@code null} for none
     */
    public record OrganisationLine(
            OrganisationName name,
            OrganisationFacts facts,
            @Nullable String parents) {

        public OrganisationKind kind() {
            return facts.kind();
        }

        public @Nullable String position() {
            return facts.place();
        }
    }

    /** A page of the list. */
    public ListPage<OrganisationLine> findPage(ListRequest<OrganisationFilter> request) {
        return list.findPage(request);
    }

    /** Some lines of the list, for the API. */
    public ListSlice<OrganisationLine> findSlice(ListRequest<OrganisationFilter> request) {
        return list.findSlice(request);
    }

    /** Organisations with names close to the typed text that the list itself does not contain; at most twenty. */
    public List<OrganisationLine> findSimilar(OrganisationFilter filter) {
        return similar.findSlice(ListRequest.first(filter, NEAR)).rows();
    }

    /** Every line, for a file. */
    public Iterator<OrganisationLine> iterateAll(OrganisationFilter filter, String sort) {
        return list.iterateAll(filter, sort);
    }

    /** The lines of these ids, in the given order; deleted ones are left out. */
    public List<OrganisationLine> findByIds(Collection<OrganisationId> ids) {
        return list.findByIds(OrganisationFilter.ALL, ids);
    }

    /** The place codes in use, in order. */
    public List<String> findPlaces() {
        return db.sql(
                        "SELECT DISTINCT place FROM directory.people_organisation WHERE place IS NOT NULL ORDER BY place LIMIT 300")
                .query(String.class)
                .list();
    }

    private SqlConditions attributes(OrganisationFilter filter) {
        SqlConditions where = new SqlConditions()
                .with("today", settings.today())
                .and("o.kind = :kind", "kind", filter.kind())
                .and(WITHIN, "within", filter.within());
        return "QC".equals(filter.place())
                ? where.and("o.place LIKE 'QC-%'")
                : where.and("o.place = :place", "place", filter.place());
    }

    private static OrganisationLine line(ResultSet row) throws SQLException {
        return new OrganisationLine(
                DirectoryQueries.ORGANISATION_NAMES.mapRow(row, 0),
                FACTS.mapRow(row, 0).asReadable(),
                row.getString("parents"));
    }

    /**
     * A filter of organisations.
     *
     * @param typed part of a name; empty for all
     * @param place a place's code, {@code QC} for the whole of Québec
     * @param within only those that belong to it today, directly or indirectly
     */
    public record OrganisationFilter(
            String typed,
            @Nullable OrganisationKind kind,
            @Nullable String place,
            @Nullable OrganisationId within) {

        /** All organisations. */
        public static final OrganisationFilter ALL = new OrganisationFilter("", null, null, null);
    }
}
