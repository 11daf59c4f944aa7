package org.convergence.resources.match.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.match.domain.MatchQueries.FreeItem;
import org.convergence.resources.match.domain.MatchQueries.MatchedAgreement;
import org.convergence.resources.spending.BudgetMatches;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.MatchKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes matches for agreements and reports, whose use cases check the permission. */
@Component
class MatchStatements implements BudgetMatches {

    private static final String PATH = "/resources/match/";

    private final JdbcClient db;
    private final MatchQueries queries;
    private final MatchSourceRepository sources;
    private final OrganisationSettings settings;

    MatchStatements(JdbcClient db, MatchQueries queries, MatchSourceRepository sources, OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.sources = sources;
        this.settings = settings;
    }

    @Override
    public Optional<BudgetMatch> find(String subject, BudgetPeriod period) {
        return agreement(subject)
                .flatMap(id -> queries.findClause(id)
                        .map(clause -> compute(clause, queries.findAgreement(id), sources.findEntries(id), period)));
    }

    private static Optional<AgreementId> agreement(String subject) {
        return subject.startsWith(AgreementId.SUBJECT)
                ? TextParser.id(subject.substring(AgreementId.SUBJECT.length())).map(AgreementId::new)
                : Optional.empty();
    }

    /** A source with what decides how it counts. */
    record CountedEntry(
            MatchEntry entry,
            boolean isUsed,
            @Nullable String item,
            @Nullable BigDecimal hours) {}

    private BudgetMatch compute(
            MatchClause clause, MatchedAgreement agreement, List<CountedEntry> all, BudgetPeriod period) {
        List<CountedEntry> counted = all.stream()
                .filter(each -> !each.entry().day().isAfter(period.endsOn()))
                .toList();
        MatchTotals cash = totals(counted, kind -> !kind.inKind());
        MatchTotals inKind = totals(counted, MatchKind::inKind);
        BigDecimal required = FundingMatchPolicy.required(clause, agreement.amount());
        BigDecimal most = FundingMatchPolicy.inKindMost(clause, required);
        StackingState stacking = FundingMatchPolicy.stacking(
                clause,
                agreement.amount(),
                totals(counted, kind -> kind == MatchKind.FUNDER).found(),
                cash,
                inKind);
        List<MatchProblem> problems = new ArrayList<>();
        if (stacking != null && FundingMatchPolicy.stackingExcess(stacking).signum() > 0) {
            problems.add(MatchProblem.STACKING);
        }
        boolean last = !period.endsOn().isBefore(agreement.endsOn())
                && agreement.endsOn().isBefore(settings.today());
        if (last
                && FundingMatchPolicy.missing(required, most, cash.confirmed(), inKind.confirmed())
                                .signum()
                        > 0) {
            problems.add(MatchProblem.SHORT);
        }
        if (lostHours(agreement, counted)) {
            problems.add(MatchProblem.EVIDENCE);
        }
        return new BudgetMatch(
                clause.clause(),
                required,
                most,
                cash,
                inKind,
                FundingMatchPolicy.missing(required, most, cash.found(), inKind.found()),
                stacking,
                counted.stream()
                        .map(CountedEntry::entry)
                        .filter(entry -> !entry.day().isBefore(period.startsOn()))
                        .toList(),
                problems);
    }

    private static MatchTotals totals(List<CountedEntry> all, Predicate<MatchKind> kinds) {
        List<CountedEntry> some =
                all.stream().filter(each -> kinds.test(each.entry().kind())).toList();
        return new MatchTotals(
                sum(some, each -> each.entry().confirmedOn() == null),
                sum(some, each -> each.entry().confirmedOn() != null),
                sum(some, CountedEntry::isUsed));
    }

    private static BigDecimal sum(List<CountedEntry> all, Predicate<CountedEntry> which) {
        return all.stream()
                .filter(which)
                .map(each -> each.entry().amount())
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** Whether hours not filed yet are fewer today than they were counted: a sheet was reopened, a realisation withdrawn. */
    private boolean lostHours(MatchedAgreement agreement, List<CountedEntry> counted) {
        Map<String, BigDecimal> now = new HashMap<>();
        for (FreeItem each : queries.findHours(agreement.startsOn(), agreement.endsOn(), agreement.id())) {
            BigDecimal hours = each.hours();
            now.put(each.item(), hours == null ? BigDecimal.ZERO : hours);
        }
        return counted.stream().anyMatch(each -> {
            BigDecimal hours = each.hours();
            String item = each.item();
            return hours != null
                    && item != null
                    && !each.isUsed()
                    && now.getOrDefault(item, BigDecimal.ZERO).compareTo(hours) < 0;
        });
    }

    @Override
    public void markUsed(String subject, BudgetPeriod period, FinancialReportId report) {
        agreement(subject)
                .ifPresent(id -> db.sql("""
                        UPDATE resources.match_source SET used_in = :report, version = version + 1
                        WHERE agreement = :agreement AND confirmed_on IS NOT NULL AND used_in IS NULL
                          AND day BETWEEN :from AND :to
                        """)
                        .param("report", report.value())
                        .param("agreement", id.value())
                        .param("from", period.startsOn())
                        .param("to", period.endsOn())
                        .update());
    }

    @Override
    public String url(String subject) {
        return agreement(subject).map(id -> PATH + id.value()).orElse("/");
    }

    @Override
    public FreeMatch findFree() {
        LocalDate today = settings.today();
        List<FreeItem> free = queries.findFree(today.minusYears(1), today);
        BigDecimal rate = db.sql("""
                        SELECT rate FROM resources.match_source WHERE rate IS NOT NULL ORDER BY recorded_at DESC LIMIT 1
                        """).query(BigDecimal.class).optional().orElse(BigDecimal.ZERO);
        return new FreeMatch(
                total(free.stream().map(FreeItem::hours).toList()),
                rate,
                total(free.stream().map(FreeItem::cost).toList()));
    }

    private static BigDecimal total(List<@Nullable BigDecimal> amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal each : amounts) {
            sum = each == null ? sum : sum.add(each);
        }
        return sum;
    }
}
