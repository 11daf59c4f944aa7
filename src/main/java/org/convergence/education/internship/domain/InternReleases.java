package org.convergence.education.internship.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.match.ReleaseSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The releases of interns that their unions agreed to, as sources of a match (R-EDU-7, R-GRANT-19). */
@Component
record InternReleases(JdbcClient db) implements ReleaseSource {

    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private record ReleaseRow(
            UUID id,
            @Nullable OrganisationId organisation,
            String call,
            LocalDate day,
            int days,
            BigDecimal pay,
            BigDecimal charges,
            @Nullable String matchedIn) {}

    @Override
    public List<UnionRelease> findAgreed(LocalDate from, LocalDate to) {
        return find("a.release_answered_on BETWEEN ? AND ?", from, to);
    }

    @Override
    public Map<UUID, BigDecimal> findCosts(Collection<UUID> releases) {
        return find("a.id = ANY (?)", (Object) releases.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(UnionRelease::id, UnionRelease::cost));
    }

    private List<UnionRelease> find(String condition, Object... values) {
        return db
                .sql("""
                        SELECT a.id, a.organisation, c.title_fr AS call, a.release_answered_on AS day, a.release_days AS days,
                               a.release_daily_pay AS pay, a.release_charges AS charges, a.release_matched_in AS matched_in
                        FROM education.internship_application a JOIN education.internship_call c ON c.id = a.call
                        WHERE a.release_state = 'AGREED' AND %s ORDER BY a.release_answered_on, a.id LIMIT %d
                        """.formatted(condition, MOST))
                .params(values)
                .query(RecordMapper.of(ReleaseRow.class))
                .list()
                .stream()
                .map(row -> new UnionRelease(
                        row.id(),
                        row.organisation(),
                        row.call(),
                        row.day(),
                        CohortPolicy.releaseCost(row.days(), row.pay(), row.charges()),
                        row.matchedIn()))
                .filter(release -> release.cost().signum() > 0)
                .toList();
    }

    @Override
    public void markMatched(UUID release, @Nullable String agreement) {
        db.sql("""
                        UPDATE education.internship_application SET release_matched_in = :agreement
                        WHERE id = :id
                        """)
                .param(
                        "agreement",
                        agreement == null ? null : agreement.substring(0, Math.min(LONGEST, agreement.length())))
                .param("id", release)
                .update();
    }
}
