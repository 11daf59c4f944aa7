package org.convergence.plan.realisation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which parts of the union network took part in something during a period, and which did not, so that the team knows
 * which to reach next. Sorted by name, never by quantity (R-REPORT-5).
 */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.COVERAGE)
public class CoverageQueries {

    private static final RecordMapper<CoveredPart> PARTS = RecordMapper.of(CoveredPart.class);

    private static final String UNIONS =
            "'UNION_CENTRAL', 'FEDERATION', 'REGIONAL_COUNCIL', 'LOCAL_UNION', 'UNION_SECTION', 'COMMITTEE'";

    /** An organisation appears once under a root, however many paths lead there. */
    private static final String BY_ROOT = """
            WITH RECURSIVE below AS (
                SELECT o.id AS root, o.id AS organisation FROM directory.people_organisation_name o WHERE o.kind = :kind
                UNION
                SELECT b.root, a.member FROM below b JOIN directory.people_network a ON a.parent = b.organisation
                WHERE a.days && daterange(:from, :to, '[]')),
            last AS (
                SELECT x.organisation, max(r.ends_on) AS day, max(r.ends_on) FILTER (WHERE r.ends_on >= :from) AS within
                FROM plan.realisation_organisation x JOIN plan.realisation r ON r.id = x.realisation
                WHERE r.state = 'DONE' AND r.ends_on <= :to
                GROUP BY x.organisation)
            SELECT o.id, coalesce(o.short_name, o.name) AS name, count(*)::int AS known, count(l.within)::int AS reached,
                   max(l.day) AS last
            FROM below b JOIN directory.people_organisation_name o ON o.id = b.root
            LEFT JOIN last l ON l.organisation = b.organisation
            GROUP BY o.id, o.name, o.short_name
            ORDER BY o.name COLLATE "fr-CA-x-icu", o.id LIMIT :limit
            """;

    private static final String BY_REGION = """
            WITH last AS (
                SELECT x.organisation, max(r.ends_on) AS day, max(r.ends_on) FILTER (WHERE r.ends_on >= :from) AS within
                FROM plan.realisation_organisation x JOIN plan.realisation r ON r.id = x.realisation
                WHERE r.state = 'DONE' AND r.ends_on <= :to
                GROUP BY x.organisation)
            SELECT NULL::uuid AS id, o.place AS name, count(*)::int AS known, count(l.within)::int AS reached, max(l.day) AS last
            FROM directory.people_organisation_name o LEFT JOIN last l ON l.organisation = o.id
            WHERE o.place LIKE 'QC-%' AND o.kind IN (""" + UNIONS + """
            ) GROUP BY o.place ORDER BY o.place
            """;

    private final JdbcClient db;

    CoverageQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A part of the network.
     *
     * @param id of the organisation at its head, {@code null} for a region
     * @param name of the organisation, or the code of the region
     * @param known number of its organisations
     * @param reached number of those that took part in something during the period
     * @param last the last day of participation up to the end of the period; {@code null} if there is none
     */
    public record CoveredPart(
            @Nullable UUID id,
            String name,
            int known,
            int reached,
            @Nullable LocalDate last) {}

    /** The organisations of a kind, each with all that belongs to it during the period. */
    public List<CoveredPart> findByKind(String kind, LocalDate from, LocalDate to, int limit) {
        return db.sql(BY_ROOT)
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(PARTS)
                .list();
    }

    /** The regions of Québec that have union organisations. */
    public List<CoveredPart> findRegions(LocalDate from, LocalDate to) {
        return db.sql(BY_REGION)
                .param("from", from)
                .param("to", to)
                .query(PARTS)
                .list();
    }
}
