package org.convergence.plan.realisation.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.platform.search.FullTextQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of realisations, filtered, by page or whole for a file: the latest first; planned ones by page, the next
 * first.
 */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.READ)
public class RealisationListQueries {

    /** Maximum of an exact count. */
    public static final int COUNTED = 10_000;

    private static final String ROWS = """
            WITH chosen AS MATERIALIZED (
                SELECT r.id, r.ends_on FROM (%s) AS r
                ORDER BY r.ends_on <order>, r.id <order> LIMIT :limit)
            SELECT r.id, r.version, r.state, r.title, r.kind, r.starts_on, r.ends_on, r.place, r.women, r.men,
                   r.other_gender, r.not_stated, r.youth, r.participations, r.copies,
                   r.counted_staff_hours AS staff_hours, r.counted_volunteer_hours AS volunteer_hours,
                   r.recorded_by, r.source_url,
                   ARRAY(SELECT coalesce(p.short_name, p.name) FROM plan.realisation_organisation o
                         JOIN directory.people_organisation p ON p.id = o.organisation
                         WHERE o.realisation = r.id ORDER BY p.name COLLATE "fr-CA-x-icu") AS organisations,
                   ARRAY(SELECT coalesce(m.code, '') FROM plan.realisation_served s
                         JOIN plan.actionplan_action a ON a.id = s.action JOIN plan.actionplan_means m ON m.id = a.means
                         WHERE s.realisation = r.id GROUP BY m.id, m.code ORDER BY min(m.position), m.code) AS codes
            FROM chosen c JOIN plan.realisation r ON r.id = c.id
            ORDER BY c.ends_on <order>, c.id <order>
            """;

    private final JdbcClient db;

    RealisationListQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A row of the list.
     *
     * @param organisations short names, in order
     * @param codes codes of the means served, {@code ""} for one without a code
     */
    public record RealisationRow(
            RealisationId id,
            int version,
            RealisationState state,
            String title,
            RealisationKind kind,
            DayRange when,
            @Nullable String place,
            RealisationCounts counts,
            UUID recordedBy,
            @Nullable String sourceUrl,
            List<String> organisations,
            List<String> codes) {

        Keyset position() {
            return Keyset.of(when.to(), id);
        }
    }

    /** Participations and amounts, each {@code null} if unknown. */
    public record RealisationCounts(
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer other,
            @Nullable Integer notStated,
            @Nullable Integer youth,
            @Nullable Integer participations,
            @Nullable Integer copies,
            @Nullable BigDecimal staffHours,
            @Nullable BigDecimal volunteerHours) {}

    /**
     * A page of the list.
     *
     * @param count total number; {@link #COUNTED} if there are more
     * @param more whether there are more than that
     * @param next start of the next page, {@code null} on the last
     */
    public record RealisationListSlice(
            List<RealisationRow> lines,
            long count,
            boolean more,
            @Nullable String next) {}

    /**
     * A page of the list.
     *
     * @param after end of the previous page, {@code null} for the first
     */
    public RealisationListSlice page(RealisationFilter filter, @Nullable String after, int limit) {
        long count = count(filter);
        List<RealisationRow> rows = rows(filter, after, limit + 1, filter.state() == RealisationState.PLANNED);
        boolean further = rows.size() > limit;
        List<RealisationRow> shown = further ? rows.subList(0, limit) : rows;
        String next = further ? shown.get(limit - 1).position().encode() : null;
        return new RealisationListSlice(shown, Math.min(count, COUNTED), count > COUNTED, next);
    }

    /** The rows alone, without the total count. */
    public List<RealisationRow> latest(RealisationFilter filter, int limit) {
        return rows(filter, null, limit, false);
    }

    /** The total count, up to one more than {@link #COUNTED}. */
    public long count(RealisationFilter filter) {
        return count(filter, COUNTED + 1);
    }

    private long count(RealisationFilter filter, int most) {
        RealisationFilterSql where = RealisationFilterSql.of(filter);
        return db.sql("SELECT count(*) FROM (SELECT FROM plan.realisation r " + where.sql() + " LIMIT :most) AS few")
                .params(where.parameters())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** A page of complete realisations, for the API; fewer than the limit on the last page. */
    public List<RealisationFact> fullPage(RealisationFilter filter, @Nullable String after, int limit) {
        RealisationFilterSql where = RealisationFilterSql.of(filter);
        begin(where, after, false);
        String chosen = """
                JOIN (SELECT r.id, r.ends_on FROM (%s) AS r
                      ORDER BY r.ends_on DESC, r.id DESC LIMIT :limit) AS c ON c.id = r.id
                ORDER BY c.ends_on DESC, c.id DESC""";
        return db.sql(RealisationFactMapper.SELECT + chosen.formatted(fitting(filter, where)))
                .params(where.parameters())
                .param("limit", limit)
                .query((row, n) -> RealisationFactMapper.fact(row))
                .list();
    }

    /** The start of the page after a realisation. */
    public static String cursorAfter(RealisationFact last) {
        return Keyset.of(last.happening().when().to(), last.id()).encode();
    }

    /** The matching rows; for a rare word, a fence keeps the database from sorting before filtering. */
    private String fitting(RealisationFilter filter, RealisationFilterSql where) {
        boolean few = !filter.words().isBlank() && count(filter, FullTextQuery.FEW + 1) <= FullTextQuery.FEW;
        return "SELECT r.id, r.ends_on FROM plan.realisation r " + where.sql() + (few ? " OFFSET 0" : "");
    }

    private List<RealisationRow> rows(
            RealisationFilter filter, @Nullable String after, int limit, boolean soonestFirst) {
        RealisationFilterSql where = RealisationFilterSql.of(filter);
        begin(where, after, soonestFirst);
        return db.sql(ROWS.replace("<order>", soonestFirst ? "ASC" : "DESC").formatted(fitting(filter, where)))
                .params(where.parameters())
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    private static void begin(RealisationFilterSql where, @Nullable String after, boolean soonestFirst) {
        Keyset.decode(after == null ? "" : after, KeysetValueType.DAY, KeysetValueType.ID)
                .ifPresent(place -> {
                    where.and(
                            "(r.ends_on, r.id) " + (soonestFirst ? ">" : "<")
                                    + " (CAST(:day AS date), CAST(:last AS uuid))",
                            "day",
                            place.values().get(0));
                    where.parameters().put("last", place.values().get(1));
                });
    }

    private static RealisationRow line(ResultSet row) throws SQLException {
        return new RealisationRow(
                new RealisationId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                RealisationState.valueOf(row.getString("state")),
                row.getString("title"),
                RealisationKind.valueOf(row.getString("kind")),
                RealisationRowMapper.days(row),
                row.getString("place"),
                new RealisationCounts(
                        row.getObject("women", Integer.class),
                        row.getObject("men", Integer.class),
                        row.getObject("other_gender", Integer.class),
                        row.getObject("not_stated", Integer.class),
                        row.getObject("youth", Integer.class),
                        row.getObject("participations", Integer.class),
                        row.getObject("copies", Integer.class),
                        row.getBigDecimal("staff_hours"),
                        row.getBigDecimal("volunteer_hours")),
                row.getObject("recorded_by", UUID.class),
                row.getString("source_url"),
                Arrays.asList((String[]) row.getArray("organisations").getArray()),
                Arrays.asList((String[]) row.getArray("codes").getArray()));
    }
}
