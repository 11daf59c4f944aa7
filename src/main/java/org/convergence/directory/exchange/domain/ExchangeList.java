package org.convergence.directory.exchange.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.Part;
import org.convergence.platform.search.TypedWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The list of exchanges, filtered, page by page or whole, the latest first. */
@Service
@Transactional(readOnly = true)
@Requires(ExchangePermissions.READ)
public class ExchangeList {

    /** Up to here, counts are exact. */
    public static final int COUNTED = 10_000;

    private static final int EXCERPT = 160;

    private static final String ROWS = """
            WITH chosen AS MATERIALIZED (
                SELECT f.id, f.happened_on FROM (%s) AS f ORDER BY f.happened_on DESC, f.id DESC LIMIT :limit)
            SELECT e.id, e.version, e.happened_on, e.channel, e.subject, left(e.body, :length) AS body, e.recorded_by,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.display_name)
                                              ORDER BY p.sort_name COLLATE "fr-CA-x-icu"), '[]')
                    FROM directory.exchange_person x JOIN directory.people_person p ON p.id = x.person
                    WHERE x.exchange = e.id) AS people,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', coalesce(o.short_name, o.name))
                                              ORDER BY o.name COLLATE "fr-CA-x-icu"), '[]')
                    FROM directory.exchange_organisation x JOIN directory.people_organisation o ON o.id = x.organisation
                    WHERE x.exchange = e.id) AS organisations
            FROM chosen c JOIN directory.exchange e ON e.id = c.id
            ORDER BY c.happened_on DESC, c.id DESC
            """;

    private final JdbcClient db;

    ExchangeList(JdbcClient db) {
        this.db = db;
    }

    /** Someone with whom it was. */
    public record With(UUID id, String name) {}

    /**
     * A line of the list.
     *
     * @param text its beginning in pages; the whole for programs and files
     */
    public record Line(
            ExchangeId id,
            int version,
            LocalDate day,
            ExchangeChannel channel,
            String subject,
            String text,
            UUID recordedBy,
            List<With> people,
            List<With> organisations) {

        /** Where the page after it begins. */
        public String position() {
            return Keyset.of(day, id).encode();
        }
    }

    /**
     * How many there are.
     *
     * @param count at most {@link #COUNTED}
     * @param more whether there are more than that
     */
    public record Count(long count, boolean more) {}

    /** How many fit. */
    public Count count(ExchangeFilter filter) {
        long count = count(filter, COUNTED + 1);
        return new Count(Math.min(count, COUNTED), count > COUNTED);
    }

    private long count(ExchangeFilter filter, int most) {
        Narrowed where = Narrowed.by(filter);
        return db.sql("SELECT count(*) FROM (SELECT FROM directory.exchange e " + where.sql() + " LIMIT :most) AS few")
                .params(where.parameters())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** Some of them with the beginning of their text, from a {@linkplain Line#position place} on. */
    public List<Line> some(ExchangeFilter filter, @Nullable String after, int limit) {
        return lines(filter, after, limit, EXCERPT);
    }

    /** Some of them with their whole text, for programs and files. */
    public List<Line> whole(ExchangeFilter filter, @Nullable String after, int limit) {
        return lines(filter, after, limit, Exchanged.LONGEST_TEXT);
    }

    private List<Line> lines(ExchangeFilter filter, @Nullable String after, int limit, int length) {
        Narrowed where = Narrowed.by(filter);
        Keyset.decode(after == null ? "" : after, Part.DAY, Part.ID).ifPresent(place -> {
            where.and(
                    "(e.happened_on, e.id) < (CAST(:day AS date), CAST(:last AS uuid))",
                    "day",
                    place.values().get(0));
            where.parameters().put("last", place.values().get(1));
        });
        return db.sql(ROWS.formatted(fitting(filter, where)))
                .params(where.parameters())
                .param("limit", limit)
                .param("length", length)
                .query((row, n) -> line(row))
                .list();
    }

    /** Where few fit the words or someone, the database is kept from reading every row by its day. */
    private String fitting(ExchangeFilter filter, Narrowed where) {
        boolean narrow = !filter.words().isBlank() || filter.person() != null || filter.organisation() != null;
        boolean few = narrow && count(filter, TypedWords.FEW + 1) <= TypedWords.FEW;
        return "SELECT e.id, e.happened_on FROM directory.exchange e " + where.sql() + (few ? " OFFSET 0" : "");
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new ExchangeId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getObject("happened_on", LocalDate.class),
                ExchangeChannel.valueOf(row.getString("channel")),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("recorded_by", UUID.class),
                with(row.getString("people")),
                with(row.getString("organisations")));
    }

    private static List<With> with(String json) {
        return Json.parse(json).as(new TypeReference<List<With>>() {});
    }
}
