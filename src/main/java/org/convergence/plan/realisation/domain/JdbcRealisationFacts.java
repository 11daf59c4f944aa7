package org.convergence.plan.realisation.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Photograph;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence behind reports, one statement each. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.READ)
public class JdbcRealisationFacts implements RealisationFacts {

    private static final int AT_ONCE = 500;

    /** Sums by a key; a realisation counts once under each of its keys, since keys are distinct. */
    private static final String FIGURES = """
            WITH chosen AS MATERIALIZED (
                SELECT r.id, r.kind, r.place, r.ends_on, r.women, r.men, r.other_gender, r.not_stated, r.youth,
                       r.counted_staff_hours AS staff_hours, r.counted_volunteer_hours AS volunteer_hours, r.copies
                FROM plan.realisation r %1$s),
            keyed AS MATERIALIZED (%2$s),
            took_part AS (
                SELECT k.key, count(DISTINCT o.organisation) AS organisations
                FROM keyed k JOIN plan.realisation_organisation o ON o.realisation = k.id GROUP BY k.key)
            SELECT k.key, count(*) AS realisations, count(*) FILTER (WHERE c.women IS NULL) AS uncounted,
                   coalesce(sum(c.women), 0) AS women, coalesce(sum(c.men), 0) AS men,
                   coalesce(sum(c.other_gender), 0) AS other_gender, coalesce(sum(c.not_stated), 0) AS not_stated,
                   coalesce(sum(c.youth), 0) AS youth, coalesce(sum(c.staff_hours), 0) AS staff_hours,
                   coalesce(sum(c.volunteer_hours), 0) AS volunteer_hours, coalesce(sum(c.copies), 0) AS copies,
                   coalesce(max(t.organisations), 0) AS organisations
            FROM keyed k JOIN chosen c ON c.id = k.id LEFT JOIN took_part t ON t.key = k.key
            GROUP BY k.key
            ORDER BY %3$s
            """;

    private static final String LINES = """
            SELECT a.id FROM plan.actionplan_line a WHERE CAST(:plan AS uuid) IS NULL OR a.plan = CAST(:plan AS uuid)
            """;

    private static final String OF_LINES = """
            SELECT DISTINCT %s AS key, c.id FROM chosen c
            JOIN plan.realisation_served s ON s.realisation = c.id
            JOIN (%s) k ON k.below = s.action
            JOIN plan.actionplan_line a ON a.id = k.line
            """;

    private final JdbcClient db;

    JdbcRealisationFacts(JdbcClient db) {
        this.db = db;
    }

    /** A {@link FactsQuery} as SQL: conditions on {@code plan.realisation r}, with their parameters. */
    record FactsQuerySql(String sql, Map<String, @Nullable Object> parameters) {

        private static final String WITH_ITSELF = """
                AND r.id IN (SELECT o.realisation FROM plan.realisation_organisation o WHERE o.organisation = :organisation)
                """;

        /**
         * The organisations above it on the last day of the realisation, up to the top; a coalition or an
         * association is
         * not its network.
         */
        private static final String WITH_NETWORK = """
                AND r.id IN (
                    WITH RECURSIVE above AS (
                        SELECT CAST(:organisation AS uuid) AS organisation, daterange(NULL, NULL) AS days
                        UNION
                        SELECT a.parent, n.days * a.days
                        FROM above n JOIN directory.people_network a ON a.member = n.organisation
                        WHERE a.nature <> 'MEMBER_OF' AND n.days && a.days)
                    SELECT o.realisation
                    FROM above n
                    JOIN plan.realisation_organisation o ON o.organisation = n.organisation
                    JOIN plan.realisation d ON d.id = o.realisation
                    WHERE n.days @> d.ends_on)
                """;

        static FactsQuerySql of(FactsQuery query) {
            var sql = new StringBuilder("""
                    WHERE r.state = 'DONE' AND r.state <> 'WITHDRAWN' AND r.ends_on BETWEEN :from AND :to
                    """);
            Map<String, @Nullable Object> given = new HashMap<>();
            given.put("from", query.from());
            given.put("to", query.to());
            given.put("plan", query.plan() == null ? null : query.plan().value());
            if (query.plan() != null
                    || !query.means().isEmpty()
                    || !query.actions().isEmpty()) {
                if (query.plan() != null) {
                    // A realisation after the day on which a plan was closed is no evidence of it.
                    sql.append("""
                            AND r.ends_on <= coalesce(
                                (SELECT p.closed_on FROM plan.actionplan_summary p WHERE p.id = :plan), DATE 'infinity')
                            """);
                }
                sql.append("AND r.id IN (")
                        .append(ContributionSql.realisationIdsQuery(lines(query, given)))
                        .append(")\n");
            }
            if (query.attributed()) {
                sql.append("AND EXISTS (SELECT FROM plan.realisation_served s WHERE s.realisation = r.id)\n");
            }
            if (!query.within().isEmpty()) {
                sql.append("AND r.ends_on <@ CAST(:within AS datemultirange)\n");
                given.put("within", DayRange.toMultirange(query.within()));
            }
            FactsQuery.ParticipantFilter tookPart = query.tookPart();
            if (tookPart != null) {
                sql.append(tookPart.above() ? WITH_NETWORK : WITH_ITSELF);
                given.put("organisation", tookPart.organisation().value());
            }
            if (!query.without().isEmpty()) {
                sql.append("AND r.id <> ALL (:without)\n");
                given.put("without", uuids(query.without()));
            }
            return new FactsQuerySql(sql.toString(), given);
        }

        private static String lines(FactsQuery query, Map<String, @Nullable Object> given) {
            var lines = new StringBuilder("SELECT a.id FROM plan.actionplan_line a WHERE true\n");
            if (query.plan() != null) {
                lines.append("AND a.plan = :plan\n");
            }
            if (!query.means().isEmpty()) {
                lines.append("AND a.means = ANY (:means)\n");
                given.put("means", uuids(query.means()));
            }
            if (!query.actions().isEmpty()) {
                lines.append("AND a.id = ANY (:actions)\n");
                given.put("actions", uuids(query.actions()));
            }
            return lines.toString();
        }

        private static UUID[] uuids(Collection<? extends Identifier> ids) {
            return ids.stream().map(Identifier::value).toArray(UUID[]::new);
        }
    }

    @Override
    public RealisationFigures figures(FactsQuery query) {
        return by(query, "SELECT '' AS key, id FROM chosen", "k.key", key -> key)
                .getOrDefault("", RealisationFigures.NONE);
    }

    @Override
    public Map<MeansId, RealisationFigures> byMeans(FactsQuery query) {
        return by(query, ofLines("a.means::text"), "k.key", key -> new MeansId(UUID.fromString(key)));
    }

    @Override
    public Map<ActionId, RealisationFigures> byAction(FactsQuery query) {
        return by(query, ofLines("a.id::text"), "k.key", key -> new ActionId(UUID.fromString(key)));
    }

    private static String ofLines(String key) {
        return OF_LINES.formatted(key, ContributionSql.countsQuery(LINES));
    }

    @Override
    public Map<ActionId, Set<ActionId>> contributions(Collection<PlanId> plans) {
        Map<ActionId, Set<ActionId>> found = new HashMap<>();
        db.sql(ContributionSql.countsQuery("SELECT a.id FROM plan.actionplan_line a WHERE a.plan = ANY (?)"))
                .param(plans.stream().map(PlanId::value).toArray(UUID[]::new))
                .query((row, n) -> found.computeIfAbsent(
                                new ActionId(row.getObject("below", UUID.class)), none -> new HashSet<>())
                        .add(new ActionId(row.getObject("line", UUID.class))))
                .list();
        return found;
    }

    @Override
    public Map<RealisationKind, RealisationFigures> byKind(FactsQuery query) {
        Map<RealisationKind, RealisationFigures> found =
                by(query, "SELECT kind AS key, id FROM chosen", "k.key", RealisationKind::valueOf);
        Map<RealisationKind, RealisationFigures> ordered = new LinkedHashMap<>();
        for (RealisationKind kind : RealisationKind.values()) {
            if (found.containsKey(kind)) {
                ordered.put(kind, found.getOrDefault(kind, RealisationFigures.NONE));
            }
        }
        return ordered;
    }

    @Override
    public Map<String, RealisationFigures> byPlace(FactsQuery query) {
        return by(query, "SELECT coalesce(place, '') AS key, id FROM chosen", "k.key", key -> key);
    }

    @Override
    public Map<YearMonth, RealisationFigures> byMonth(FactsQuery query) {
        return by(query, "SELECT to_char(ends_on, 'YYYY-MM') AS key, id FROM chosen", "k.key", YearMonth::parse);
    }

    @Override
    public Map<OrganisationId, RealisationFigures> byOrganisation(FactsQuery query) {
        String keyed = """
                SELECT o.organisation::text AS key, c.id FROM chosen c
                JOIN plan.realisation_organisation o ON o.realisation = c.id""";
        String order = """
                (SELECT p.name COLLATE "fr-CA-x-icu" FROM directory.people_organisation_name p WHERE p.id = k.key::uuid), k.key""";
        return by(query, keyed, order, key -> new OrganisationId(UUID.fromString(key)));
    }

    @Override
    public void forEach(FactsQuery query, Consumer<RealisationFact> consumer) {
        FactsQuerySql basis = FactsQuerySql.of(query);
        try (var facts = db
                .sql(RealisationFactMapper.SELECT + basis.sql() + " ORDER BY r.ends_on, r.id")
                .withFetchSize(AT_ONCE)
                .params(basis.parameters())
                .query((row, n) -> RealisationFactMapper.fact(row))
                .stream()) {
            facts.forEach(consumer);
        }
    }

    @Override
    public List<Photograph> photographs(FactsQuery query, int most) {
        FactsQuerySql basis = FactsQuerySql.of(query);
        return db.sql("""
                        SELECT p.document, r.id AS realisation, p.caption,
                               coalesce(nullif(p.alternative, ''), nullif(p.caption, ''), r.title) AS alternative
                        FROM plan.realisation r
                        JOIN plan.realisation_document p ON p.realisation = r.id AND p.publishable
                        JOIN platform.document_file d ON d.id = p.document AND NOT d.discarded
                        %s ORDER BY r.ends_on, r.id, p.document LIMIT :most
                        """.formatted(basis.sql()))
                .params(basis.parameters())
                .param("most", most)
                .query(RecordMapper.of(Photograph.class))
                .list();
    }

    @Override
    public List<RealisationFact> findAllById(Collection<RealisationId> ids) {
        return db.sql(RealisationFactMapper.SELECT + "WHERE r.id = ANY (:ids) ORDER BY r.ends_on, r.id")
                .param("ids", ids.stream().map(RealisationId::value).toArray(UUID[]::new))
                .query((row, n) -> RealisationFactMapper.fact(row))
                .list();
    }

    private <K> Map<K, RealisationFigures> by(FactsQuery query, String keyed, String order, Function<String, K> made) {
        FactsQuerySql basis = FactsQuerySql.of(query);
        Map<K, RealisationFigures> found = new LinkedHashMap<>();
        db.sql(FIGURES.formatted(basis.sql(), keyed, order))
                .params(basis.parameters())
                .query((row, n) -> found.put(made.apply(row.getString("key")), figures(row)))
                .list();
        return found;
    }

    private static RealisationFigures figures(ResultSet row) throws SQLException {
        return new RealisationFigures(
                row.getInt("realisations"),
                row.getInt("uncounted"),
                new RealisationFigures.GenderCounts(
                        row.getLong("women"),
                        row.getLong("men"),
                        row.getLong("other_gender"),
                        row.getLong("not_stated"),
                        row.getLong("youth")),
                row.getInt("organisations"),
                row.getBigDecimal("staff_hours"),
                row.getBigDecimal("volunteer_hours"),
                row.getLong("copies"));
    }
}
