package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.OrganisationFilter.Order;
import org.convergence.platform.access.Requires;
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
public class OrganisationList {

    private static final int NEAR = 20;
    private static final int AT_ONCE = 1_000;
    private static final String TABLE = "directory.people_organisation o";
    private static final String COLUMNS = """
            SELECT o.id, o.name, o.short_name, o.kind, o.place, o.website,
                   (SELECT string_agg(coalesce(p.short_name, p.name), ', ' ORDER BY p.name COLLATE "fr-CA-x-icu")
                    FROM directory.people_affiliation a JOIN directory.people_organisation p ON p.id = a.parent
                    WHERE a.member = o.id AND daterange(a.since, a.until, '[]') @> CAST(:today AS date)) AS parents
            FROM directory.people_organisation o
            """;

    private final JdbcClient db;
    private final NameMatching matching;
    private final OrganisationSettings settings;

    OrganisationList(JdbcClient db, NameMatching matching, OrganisationSettings settings) {
        this.db = db;
        this.matching = matching;
        this.settings = settings;
    }

    /**
     * A line of the list.
     *
     * @param parents the brief names of those to which it belongs today; {@code null} where there is none
     */
    public record Line(
            OrganisationName name,
            OrganisationKind kind,
            @Nullable String place,
            @Nullable String website,
            @Nullable String parents) {

        private Keyset place(Order order) {
            return switch (order) {
                case NAME -> Keyset.of(name.name(), name.id());
                case KIND -> Keyset.of(kind.name(), name.name(), name.id());
                case PLACE -> Keyset.of(place == null ? "" : place, name.name(), name.id());
                case NEWEST -> Keyset.of(name.id());
            };
        }
    }

    /**
     * A page of the list.
     *
     * @param after where the page before ended, {@code null} for the first
     */
    public Found<Line> page(OrganisationFilter filter, @Nullable String after, int limit) {
        Where where = where(filter);
        long count = where.count(db, TABLE);
        List<Line> rows = rows(where, filter.order(), after, limit + 1);
        boolean more = rows.size() > limit;
        List<Line> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? shown.get(limit - 1).place(filter.order()).encode() : null;
        return new Found<>(shown, Math.min(count, Found.COUNTED), count > Found.COUNTED, next);
    }

    /** Those whose names are near to what was typed and are not in the list itself; at most twenty. */
    public List<Line> near(OrganisationFilter filter) {
        List<String> words = matching.words(filter.typed());
        return matching.nearly(words)
                .map(nearly -> {
                    Where where = attributes(filter).and(nearly).andNot(matching.exactly(words));
                    return rows(where, Order.NAME, null, NEAR);
                })
                .orElse(List.of());
    }

    /** Every line, one after the other, for a file. */
    public void each(OrganisationFilter filter, Consumer<Line> consumer) {
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

    private Where where(OrganisationFilter filter) {
        List<String> words = matching.words(filter.typed());
        Where where = attributes(filter);
        return words.isEmpty() ? where : where.and(matching.exactly(words));
    }

    private static Where attributes(OrganisationFilter filter) {
        Where where = new Where();
        if (filter.kind() != null) {
            where.and("o.kind = :kind", "kind", filter.kind().name());
        }
        if ("QC".equals(filter.place())) {
            where.and("o.place LIKE 'QC-%'");
        } else if (filter.place() != null) {
            where.and("o.place = :place", "place", filter.place());
        }
        return where;
    }

    private List<Line> rows(Where filter, Order order, @Nullable String after, int limit) {
        Where where = filter.copy();
        if (after != null) {
            Keyset.decode(after).ifPresent(keyset -> begin(where, order, keyset.values()));
        }
        return db.sql(COLUMNS + where.sql() + " ORDER BY " + orderBy(order) + " LIMIT :limit")
                .params(where.parameters())
                .param("today", settings.today())
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    private static String orderBy(Order order) {
        String name = "o.name COLLATE \"fr-CA-x-icu\", o.id";
        return switch (order) {
            case NAME -> name;
            case KIND -> "o.kind, " + name;
            case PLACE -> "coalesce(o.place, ''), " + name;
            case NEWEST -> "o.id DESC";
        };
    }

    /** Cursors of another order, as in an address that was changed by hand, begin at the start. */
    private static void begin(Where where, Order order, List<String> values) {
        String[] columns = orderBy(order).replace(" DESC", "").split(", (?=o\\.|coalesce)");
        if (values.size() != columns.length) {
            return;
        }
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            boolean id = i == columns.length - 1;
            row.append(i == 0 ? "" : ", ").append(id ? "CAST(:after" + i + " AS uuid)" : ":after" + i);
            where.parameters().put("after" + i, values.get(i));
        }
        where.and("(" + String.join(", ", columns) + ")" + (order == Order.NEWEST ? " < (" : " > (") + row + ")");
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                DirectoryPeople.organisationName(row),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getString("website"),
                row.getString("parents"));
    }
}
