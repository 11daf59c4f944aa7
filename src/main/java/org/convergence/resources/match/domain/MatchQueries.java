package org.convergence.resources.match.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.match.ReleaseSource;
import org.convergence.resources.match.ReleaseSource.UnionRelease;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause;
import org.convergence.resources.match.domain.MatchSourceFacts.MatchSourceId;
import org.convergence.resources.spending.MatchKind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads clauses, sources, and what no agreement uses yet. */
@Service
@Transactional(readOnly = true)
@Requires(GrantPermissions.READ)
public class MatchQueries {

    /** The most sources of an agreement, and the most items offered. */
    private static final int MOST = 500;

    static final String RELEASE = "release/";

    /**
     * The hours of volunteers in a period: those of a realisation together, as entered in approved sheets or else as
     * estimated; and each entry without a realisation.
     */
    private static final String HOURS = """
            SELECT 'realisation/' || r.id AS item, r.title AS what, r.starts_on AS day,
                   coalesce(sum(e.hours), r.volunteer_hours) AS hours
            FROM plan.realisation_summary r
            LEFT JOIN plan.time_approved_entry e ON e.realisation = r.id AND e.volunteer
            WHERE r.state = 'DONE' AND r.starts_on BETWEEN :from AND :to
            GROUP BY r.id, r.title, r.starts_on, r.volunteer_hours
            UNION ALL
            SELECT 'entry/' || e.id, '', e.day, e.hours FROM plan.time_approved_entry e
            WHERE e.volunteer AND e.realisation IS NULL AND e.day BETWEEN :from AND :to
            """;

    private final JdbcClient db;
    private final ObjectProvider<ReleaseSource> releases;

    MatchQueries(JdbcClient db, ObjectProvider<ReleaseSource> releases) {
        this.db = db;
        this.releases = releases;
    }

    /** An agreement with its grant: the sum of its budget. */
    public record MatchedAgreement(
            AgreementId id,
            String title,
            String currency,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal amount,
            @Nullable Boolean publicMoney) {}

    /**
     * A source of a match.
     *
     * @param giver the organisation or the person that gives it, or the title of the other agreement; may be empty
     * @param usedIn the filed report that counted it
     */
    public record MatchSourceRow(
            MatchSourceId id,
            int version,
            AgreementId agreement,
            MatchKind kind,
            LocalDate day,
            String what,
            BigDecimal amount,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal rate,
            String basis,
            String valuedBy,
            String giver,
            @Nullable LocalDate confirmedOn,
            String confirmedBy,
            @Nullable UUID usedIn) {}

    /**
     * Something that no agreement uses yet.
     *
     * @param item its reference, such as {@code realisation/<id>}
     * @param what empty for hours without a realisation
     * @param hours {@code null} for a release
     * @param cost {@code null} for hours
     */
    public record FreeItem(
            String item,
            String what,
            LocalDate day,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal cost,
            @Nullable UUID union) {}

    /** @throws NotFound if there is no such agreement */
    public MatchedAgreement findAgreement(AgreementId id) {
        return findAgreements("a.id = ?", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("agreement"));
    }

    /** The other agreements in the same currency, whose money may match this one. */
    public List<MatchedAgreement> findOthers(MatchedAgreement agreement) {
        return findAgreements("a.id <> ? AND b.currency = ?", agreement.id().value(), agreement.currency());
    }

    private List<MatchedAgreement> findAgreements(String condition, Object... values) {
        return db.sql("""
                        SELECT a.id, a.title, b.currency, a.starts_on, a.ends_on, b.amount,
                               a.public_money
                        FROM resources.grant_agreement_summary a
                        JOIN resources.spending_budget_summary b ON b.subject = 'resources.grant/agreement/' || a.id
                        WHERE %s ORDER BY a.ends_on DESC, a.id LIMIT 200
                        """.formatted(condition))
                .params(values)
                .query(RecordMapper.of(MatchedAgreement.class))
                .list();
    }

    /** What an agreement asks; empty if it asks no match. */
    public Optional<MatchClause> findClause(AgreementId agreement) {
        return db.sql("""
                        SELECT version, clause, base, figure, in_kind_percent, stacking_percent, wage_subsidies, in_kind_in_cost
                        FROM resources.match_clause WHERE agreement = ?
                        """)
                .param(agreement.value())
                .query(RecordMapper.of(MatchClause.class))
                .optional();
    }

    /** The sources of an agreement by day. */
    public List<MatchSourceRow> findSources(AgreementId agreement) {
        return findSources("s.agreement = ?", agreement.value());
    }

    /** @throws NotFound if the agreement has no such source */
    public MatchSourceRow findSource(AgreementId agreement, MatchSourceId id) {
        return findSources("s.agreement = ? AND s.id = ?", agreement.value(), id.value()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("source"));
    }

    /** The first of the sources that meet a condition on {@code s}. */
    Optional<MatchSourceRow> findFirstUse(String condition, Object... values) {
        return findSources(condition, values).stream().findFirst();
    }

    private List<MatchSourceRow> findSources(String condition, Object... values) {
        return db.sql("""
                        SELECT s.id, s.version, s.agreement, s.kind, s.day, s.what, s.amount, s.hours, s.rate, s.basis,
                               s.valued_by, coalesce(o.name, p.display_name, f.title, '') AS giver, s.confirmed_on,
                               s.confirmed_by, s.used_in
                        FROM resources.match_source s
                        LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation
                        LEFT JOIN directory.people_person_name p ON p.id = s.person
                        LEFT JOIN resources.grant_agreement_summary f ON f.id = s.funding
                        WHERE %s ORDER BY s.day, s.id LIMIT %d
                        """.formatted(condition, MOST))
                .params(values)
                .query(RecordMapper.of(MatchSourceRow.class))
                .list();
    }

    /** The minimum wage of an hour on a day: the least that an hour of a volunteer is worth (R-VOL-2). */
    Optional<BigDecimal> findMinimumWage(LocalDate day) {
        return db.sql(
                        "SELECT amount FROM resources.subsidy_minimum_wage_rate WHERE starts_on <= ? ORDER BY starts_on DESC LIMIT 1")
                .param(day)
                .query(BigDecimal.class)
                .optional();
    }

    /** Hours of volunteers and agreed releases of a period that no agreement uses. */
    public List<FreeItem> findFree(LocalDate from, LocalDate to) {
        List<FreeItem> free = new ArrayList<>(findHours(from, to));
        releases.stream()
                .flatMap(source -> source.findAgreed(from, to).stream())
                .filter(release -> release.matchedIn() == null)
                .map(MatchQueries::item)
                .forEach(free::add);
        return free;
    }

    private static FreeItem item(UnionRelease release) {
        return new FreeItem(
                RELEASE + release.id(),
                release.what(),
                release.day(),
                null,
                release.cost(),
                release.union() == null ? null : release.union().value());
    }

    /** The hours or the cost of items today, by their references; items that are gone are left out. */
    Map<String, BigDecimal> findRecorded(Collection<String> items) {
        Map<String, BigDecimal> recorded = new HashMap<>();
        if (items.isEmpty()) {
            return recorded;
        }
        db.sql("SELECT h.item, h.hours FROM (" + HOURS + ") h WHERE h.item = ANY (:items)")
                .param("from", LocalDate.EPOCH)
                .param("to", LocalDate.EPOCH.plusYears(200))
                .param("items", items.toArray(String[]::new))
                .query(row -> {
                    recorded.put(row.getString("item"), row.getBigDecimal("hours"));
                });
        List<UUID> ids = items.stream()
                .filter(item -> item.startsWith(RELEASE))
                .flatMap(item -> TextParser.id(item.substring(RELEASE.length())).stream())
                .toList();
        releases.forEach(source -> source.findCosts(ids).forEach((id, cost) -> recorded.put(RELEASE + id, cost)));
        return recorded;
    }

    private List<FreeItem> findHours(LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT h.item, h.what, h.day, h.hours, NULL::numeric AS cost, NULL::uuid AS union FROM (%s) h
                        WHERE h.hours > 0 AND NOT EXISTS (SELECT FROM resources.match_source s WHERE s.item = h.item)
                        ORDER BY h.day, h.item LIMIT %d
                        """.formatted(HOURS, MOST))
                .param("from", from)
                .param("to", to)
                .query(RecordMapper.of(FreeItem.class))
                .list();
    }
}
