package org.convergence.resources.match.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.match.domain.FundingMatchPolicy.FundersMoney;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause;
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
record MatchStatements(
        JdbcClient db, MatchQueries queries, MatchSourceRepository sources, OrganisationSettings settings)
        implements BudgetMatches {

    private static final String PATH = "/resources/match/";

    @Override
    public Optional<BudgetMatch> find(String subject, BudgetPeriod period) {
        return agreement(subject)
                .flatMap(id ->
                        queries.findClause(id).map(clause -> compute(clause, queries.findAgreement(id), period, null)));
    }

    @Override
    public void lock() {
        sources.lock();
    }

    private static Optional<AgreementId> agreement(String subject) {
        return subject.startsWith(AgreementId.SUBJECT)
                ? TextParser.id(subject.substring(AgreementId.SUBJECT.length())).map(AgreementId::new)
                : Optional.empty();
    }

    /** A source with what decides how it counts. */
    record CountedEntry(
            MatchEntry entry,
            @Nullable UUID usedIn,
            @Nullable String item,
            @Nullable BigDecimal hours,
            @Nullable Boolean publicMoney) {

        boolean isFunders(boolean publicOnes) {
            return entry.kind() == MatchKind.FUNDER && publicOnes == (publicMoney == null || publicMoney);
        }

        boolean isConfirmed() {
            return entry.confirmedOn() != null;
        }
    }

    private BudgetMatch compute(
            MatchClause clause, MatchedAgreement agreement, BudgetPeriod period, @Nullable FinancialReportId filed) {
        List<CountedEntry> all = sources.findEntries(agreement.id());
        List<CountedEntry> counted = all.stream()
                .filter(each -> !each.entry().day().isAfter(period.endsOn()))
                .toList();
        MatchTotals cash = totals(counted, kind -> !kind.inKind());
        MatchTotals inKind = totals(counted, MatchKind::inKind);
        BigDecimal required = FundingMatchPolicy.required(clause, agreement.amount());
        BigDecimal most = FundingMatchPolicy.inKindMost(clause, required);
        List<MatchProblem> problems = new ArrayList<>();
        boolean last = !period.endsOn().isBefore(agreement.endsOn())
                && agreement.endsOn().isBefore(settings.today());
        // Promises count while there is time to keep them.
        Function<Predicate<MatchKind>, BigDecimal> whole = last
                ? kinds -> totals(all, kinds).confirmed()
                : kinds -> totals(all, kinds).found();
        Predicate<CountedEntry> counts = each -> !last || each.isConfirmed();
        StackingState stacking = FundingMatchPolicy.stacking(
                clause,
                agreement.amount(),
                agreement.publicMoney() == null || agreement.publicMoney(),
                new FundersMoney(
                        sum(all, each -> counts.test(each) && each.isFunders(true)),
                        sum(all, each -> counts.test(each) && each.isFunders(false)),
                        sum(all, each -> counts.test(each) && each.isFunders(true) && each.publicMoney() == null)
                                .add(agreement.publicMoney() == null ? agreement.amount() : BigDecimal.ZERO)),
                whole.apply(kind -> !kind.inKind()),
                whole.apply(MatchKind::inKind));
        if (last
                && stacking != null
                && FundingMatchPolicy.stackingExcess(stacking).signum() > 0) {
            problems.add(MatchProblem.STACKING);
        }
        if (last
                && FundingMatchPolicy.missing(required, most, cash.confirmed(), inKind.confirmed())
                                .signum()
                        > 0) {
            problems.add(MatchProblem.SHORT);
        }
        if (lostEvidence(counted)) {
            problems.add(MatchProblem.EVIDENCE);
        }
        return new BudgetMatch(
                clause.clause(),
                required,
                most,
                cash,
                inKind,
                FundingMatchPolicy.missing(required, most, cash.found(), inKind.found()),
                stacking == null
                        ? null
                        : stacking.withLater(sum(
                                all,
                                each -> counts.test(each)
                                        && each.entry().day().isAfter(period.endsOn())
                                        && (clause.inKindInCost()
                                                || !each.entry().kind().inKind()))),
                counted.stream()
                        .filter(each -> !each.entry().day().isBefore(period.startsOn()) || countsNow(each, filed))
                        .map(CountedEntry::entry)
                        .toList(),
                problems);
    }

    private static boolean countsNow(CountedEntry source, @Nullable FinancialReportId filed) {
        return source.isConfirmed()
                && (source.usedIn() == null || (filed != null && source.usedIn().equals(filed.value())));
    }

    private static MatchTotals totals(List<CountedEntry> all, Predicate<MatchKind> kinds) {
        List<CountedEntry> chosen =
                all.stream().filter(each -> kinds.test(each.entry().kind())).toList();
        return new MatchTotals(
                sum(chosen, each -> !each.isConfirmed()),
                sum(chosen, CountedEntry::isConfirmed),
                sum(chosen, each -> each.usedIn() != null));
    }

    private static BigDecimal sum(List<CountedEntry> all, Predicate<CountedEntry> which) {
        return all.stream()
                .filter(which)
                .map(each -> each.entry().amount())
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** Whether what no report filed yet is less today than it was counted: a sheet was reopened, a release withdrawn. */
    private boolean lostEvidence(List<CountedEntry> counted) {
        List<CountedEntry> open =
                counted.stream().filter(each -> each.usedIn() == null).toList();
        Map<String, BigDecimal> now = queries.findRecorded(
                open.stream().map(CountedEntry::item).filter(Objects::nonNull).toList());
        return open.stream().anyMatch(each -> {
            boolean release = each.item() != null && each.item().startsWith(MatchQueries.RELEASE);
            BigDecimal then = release ? each.entry().amount() : each.hours();
            return then != null
                    && now.getOrDefault(Objects.requireNonNullElse(each.item(), ""), BigDecimal.ZERO)
                                    .compareTo(then)
                            < 0;
        });
    }

    @Override
    public Optional<BudgetMatch> markUsed(String subject, BudgetPeriod period, FinancialReportId report) {
        Optional<AgreementId> agreement = agreement(subject);
        agreement.ifPresent(id -> db.sql("""
                        UPDATE resources.match_source SET used_in = :report, version = version + 1
                        WHERE agreement = :agreement AND confirmed_on IS NOT NULL AND used_in IS NULL
                          AND day <= :to
                        """)
                .param("report", report.value())
                .param("agreement", id.value())
                .param("to", period.endsOn())
                .update());
        return agreement.flatMap(
                id -> queries.findClause(id).map(clause -> compute(clause, queries.findAgreement(id), period, report)));
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
