package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.KeysetQuery.KeysetOrder;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of organisations: filtered, sorted, page by page or whole for a file. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class OrganisationListQueries {

    private static final String BY_NAME = "o.name COLLATE \"fr-CA-x-icu\"";
    private static final String COLUMNS = """
            SELECT o.id, o.name, o.short_name, o.other_names, o.kind, o.place, o.website, o.contact_points, o.note,
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
    private final NameMatcher matching;
    private final OrganisationSettings settings;
    private final KeysetQuery<OrganisationLine> listing;

    OrganisationListQueries(JdbcClient db, NameMatcher matching, OrganisationSettings settings) {
        this.db = db;
        this.matching = matching;
        this.settings = settings;
        this.listing = new KeysetQuery<>(db, "directory.people_organisation o", COLUMNS, (row, n) -> line(row));
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

        public @Nullable String place() {
            return facts.place();
        }
    }

    /**
     * A page of the list.
     *
     * @param after the cursor of the previous page, {@code null} for the first
     */
    public CountedSlice<OrganisationLine> findPage(OrganisationFilter filter, @Nullable String after, int limit) {
        return listing.findPage(where(filter), order(filter), after, limit);
    }

    /** Organisations with names close to the typed text that the list itself does not contain; at most twenty. */
    public List<OrganisationLine> findSimilar(OrganisationFilter filter) {
        return listing.findSimilar(attributes(filter), matching, filter.typed(), order(OrganisationFilter.ALL));
    }

    /** Every line, for a file. */
    public Iterator<OrganisationLine> iterateAll(OrganisationFilter filter) {
        return listing.iterateAll(where(filter), order(filter));
    }

    /** The lines of these ids, in the given order; deleted ones are left out. */
    public List<OrganisationLine> findByIds(Collection<OrganisationId> ids) {
        return listing.findByIds(today(), ids, order(OrganisationFilter.ALL));
    }

    /** The place codes in use, in order. */
    public List<String> findPlaces() {
        return db.sql(
                        "SELECT DISTINCT place FROM directory.people_organisation WHERE place IS NOT NULL ORDER BY place LIMIT 300")
                .query(String.class)
                .list();
    }

    private DirectoryConditions where(OrganisationFilter filter) {
        List<String> words = matching.words(filter.typed());
        DirectoryConditions where = attributes(filter);
        return words.isEmpty() ? where : where.and(matching.matchExactly(words));
    }

    private DirectoryConditions attributes(OrganisationFilter filter) {
        DirectoryConditions where = today();
        if (filter.kind() != null) {
            where.and("o.kind = :kind", "kind", filter.kind().name());
        }
        if ("QC".equals(filter.place())) {
            where.and("o.place LIKE 'QC-%'");
        } else if (filter.place() != null) {
            where.and("o.place = :place", "place", filter.place());
        }
        if (filter.within() != null) {
            where.and(WITHIN, "within", filter.within().value());
        }
        return where;
    }

    private DirectoryConditions today() {
        return new DirectoryConditions().with("today", settings.today());
    }

    private static KeysetOrder<OrganisationLine> order(OrganisationFilter filter) {
        KeysetOrder<OrganisationLine> order =
                switch (filter.order()) {
                    case NAME ->
                        new KeysetOrder<>(
                                List.of(BY_NAME, "o.id"),
                                false,
                                line -> Keyset.of(
                                        line.name().name(), line.name().id()));
                    case KIND ->
                        new KeysetOrder<>(
                                List.of("o.kind", BY_NAME, "o.id"),
                                false,
                                line -> Keyset.of(
                                        line.kind().name(),
                                        line.name().name(),
                                        line.name().id()));
                    case PLACE ->
                        new KeysetOrder<>(
                                List.of("coalesce(o.place, '')", BY_NAME, "o.id"),
                                false,
                                line -> Keyset.of(
                                        line.place() == null ? "" : line.place(),
                                        line.name().name(),
                                        line.name().id()));
                    case NEWEST ->
                        new KeysetOrder<>(
                                List.of("o.id"),
                                true,
                                line -> Keyset.of(line.name().id()));
                };
        return order.turned(filter.turned());
    }

    private static OrganisationLine line(ResultSet row) throws SQLException {
        OrganisationFacts facts = new OrganisationFacts(
                row.getString("name"),
                row.getString("short_name"),
                List.of((String[]) row.getArray("other_names").getArray()),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getString("website"),
                ContactPoint.read(Json.parse(row.getString("contact_points"))),
                row.getString("note"));
        return new OrganisationLine(DirectoryQueries.organisationName(row), facts, row.getString("parents"));
    }
}
