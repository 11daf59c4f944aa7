package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.PersonFilter.Order;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of people with how to reach them: filtered, sorted, page by page or whole for a file. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class PersonList {

    private static final int NEAR = 20;
    private static final int AT_ONCE = 1_000;
    private static final String TABLE = "directory.people_person p";
    private static final String HELD_TODAY =
            "f.person = p.id AND daterange(f.since, f.until, '[]') @> CAST(:today AS date)";
    private static final String COLUMNS = """
            SELECT p.id, p.given_name, p.family_name, p.display_name, p.sort_name, p.languages, p.contact_points,
                   (SELECT string_agg(f.title || ', ' || coalesce(o.short_name, o.name), ' · ' ORDER BY f.since)
                    FROM directory.people_function f JOIN directory.people_organisation o ON o.id = f.organisation
                    WHERE %s) AS functions
            FROM directory.people_person p
            """.formatted(HELD_TODAY);

    private final JdbcClient db;
    private final NameMatching matching;
    private final OrganisationSettings settings;

    PersonList(JdbcClient db, NameMatching matching, OrganisationSettings settings) {
        this.db = db;
        this.matching = matching;
        this.settings = settings;
    }

    /**
     * A line of the list.
     *
     * @param functions those that she holds today, with the organisations' brief names; {@code null} for none
     */
    public record Line(
            PersonName name,
            String givenName,
            String familyName,
            List<String> languages,
            List<ContactPoint> contactPoints,
            @Nullable String functions,
            String sortName) {

        private Keyset place(Order order) {
            return order == Order.NAME ? Keyset.of(sortName, name.id()) : Keyset.of(name.id());
        }

        /** The first address of a channel, a professional one if there is any; empty where there is none. */
        public String first(ContactPoint.Channel channel) {
            return contactPoints.stream()
                    .filter(point -> point.channel() == channel)
                    .min(java.util.Comparator.comparing(ContactPoint::sphere))
                    .map(ContactPoint::value)
                    .orElse("");
        }
    }

    /**
     * A page of the list.
     *
     * @param after where the page before ended, {@code null} for the first
     */
    public Found<Line> page(PersonFilter filter, @Nullable String after, int limit) {
        Where where = where(filter);
        long count = where.count(db, TABLE);
        List<Line> rows = rows(where, filter.order(), after, limit + 1);
        boolean more = rows.size() > limit;
        List<Line> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? shown.get(limit - 1).place(filter.order()).encode() : null;
        return new Found<>(shown, Math.min(count, Found.COUNTED), count > Found.COUNTED, next);
    }

    /** Those whose names are near to what was typed and are not in the list itself; at most twenty. */
    public List<Line> near(PersonFilter filter) {
        List<String> words = matching.words(filter.typed());
        return matching.nearly(words)
                .map(nearly -> {
                    Where where = attributes(filter).and(nearly).andNot(matching.exactly(words));
                    return rows(where, Order.NAME, null, NEAR);
                })
                .orElse(List.of());
    }

    /** Every line, one after the other, for a file. */
    public void each(PersonFilter filter, Consumer<Line> consumer) {
        Where where = where(filter);
        String after = null;
        List<Line> rows;
        do {
            rows = rows(where, filter.order(), after, AT_ONCE);
            rows.forEach(consumer);
            after = rows.isEmpty()
                    ? null
                    : rows.get(rows.size() - 1).place(filter.order()).encode();
        } while (rows.size() == AT_ONCE);
    }

    private Where where(PersonFilter filter) {
        List<String> words = matching.words(filter.typed());
        Where where = attributes(filter);
        return words.isEmpty() ? where : where.and(matching.exactly(words));
    }

    private Where attributes(PersonFilter filter) {
        Where where = new Where();
        if (filter.organisation() != null) {
            where.and(
                            "EXISTS (SELECT FROM directory.people_function f WHERE f.organisation = :organisation AND "
                                    + HELD_TODAY + ")",
                            "organisation",
                            filter.organisation().value())
                    .parameters()
                    .put("today", settings.today());
        }
        if (filter.language() != null) {
            where.and("p.languages @> ARRAY[:language]", "language", filter.language());
        }
        return where;
    }

    private List<Line> rows(Where filter, Order order, @Nullable String after, int limit) {
        Where where = filter.copy();
        if (after != null) {
            Keyset.decode(after).ifPresent(keyset -> begin(where, order, keyset.values()));
        }
        String orderBy = order == Order.NAME ? "p.sort_name COLLATE \"fr-CA-x-icu\", p.id" : "p.id DESC";
        return db.sql(COLUMNS + where.sql() + " ORDER BY " + orderBy + " LIMIT :limit")
                .params(where.parameters())
                .param("today", settings.today())
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    private static void begin(Where where, Order order, List<String> values) {
        if (order == Order.NAME && values.size() == 2) {
            where.and(
                            "(p.sort_name COLLATE \"fr-CA-x-icu\", p.id) > (:afterName, :afterId)",
                            "afterName",
                            values.get(0))
                    .parameters()
                    .put("afterId", UUID.fromString(values.get(1)));
        } else if (order == Order.NEWEST && values.size() == 1) {
            where.and("p.id < :afterId", "afterId", UUID.fromString(values.get(0)));
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new PersonName(new PersonId(row.getObject("id", UUID.class)), row.getString("display_name")),
                row.getString("given_name"),
                row.getString("family_name"),
                List.of((String[]) row.getArray("languages").getArray()),
                ContactPoint.read(Json.parse(row.getString("contact_points"))),
                row.getString("functions"),
                row.getString("sort_name"));
    }
}
