package org.convergence.resources.match.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.match.ReleaseSource;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause;
import org.convergence.resources.match.domain.MatchQueries.FreeItem;
import org.convergence.resources.match.domain.MatchQueries.MatchSourceRow;
import org.convergence.resources.match.domain.MatchQueries.MatchedAgreement;
import org.convergence.resources.match.domain.MatchSourceFacts.MatchSourceId;
import org.convergence.resources.spending.BudgetMatches.FreeMatch;
import org.convergence.resources.spending.MatchKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the match of agreements: what the clause asks, and the sources, each used once (R-GRANT-19). */
@Service
@Transactional
@Requires(GrantPermissions.EDIT)
public class MatchService {

    static final String CLAUSE_TABLE = "resources.match_clause";
    static final String TABLE = "resources.match_source";

    private static final Pattern WORD_OR_NUMBER = Pattern.compile("\\p{L}+|\\p{N}+");

    private final JdbcClient db;
    private final MatchQueries queries;
    private final MatchSourceRepository repository;
    private final ObjectProvider<ReleaseSource> releases;
    private final OrganisationSettings settings;

    MatchService(
            JdbcClient db,
            MatchQueries queries,
            MatchSourceRepository repository,
            ObjectProvider<ReleaseSource> releases,
            OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.repository = repository;
        this.releases = releases;
        this.settings = settings;
    }

    /**
     * Says what an agreement asks.
     *
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "match.clause")
    public void saveClause(AgreementId agreement, MatchClause clause) {
        int written = db.sql("""
                        INSERT INTO resources.match_clause AS c
                               (agreement, clause, base, figure, in_kind_percent, stacking_percent, wage_subsidies,
                                in_kind_in_cost)
                        VALUES (:agreement, :clause, :base, :figure, :inKind, :stacking, :wages, :inCost)
                        ON CONFLICT (agreement) DO UPDATE
                        SET clause = excluded.clause, base = excluded.base, figure = excluded.figure,
                            in_kind_percent = excluded.in_kind_percent, stacking_percent = excluded.stacking_percent,
                            wage_subsidies = excluded.wage_subsidies, in_kind_in_cost = excluded.in_kind_in_cost,
                            proposed = false, version = c.version + 1
                        WHERE c.version = :version
                        """)
                .param("agreement", queries.findAgreement(agreement).id().value())
                .param("clause", clause.clause())
                .param("base", clause.base().name())
                .param("figure", clause.figure())
                .param("inKind", clause.inKindPercent())
                .param("stacking", clause.stackingPercent())
                .param("wages", clause.wageSubsidies())
                .param("inCost", clause.inKindInCost())
                .param("version", clause.version())
                .update();
        if (written == 0) {
            throw new EditConflict(CLAUSE_TABLE, agreement.value(), clause.version());
        }
    }

    /**
     * Promises hours of volunteers and releases that no agreement uses, each as recorded.
     *
     * @param items their references
     * @param rate of an hour, with its source; needed for hours only
     * @param releaseBasis how a release is valued, in words
     * @throws Refused if one was used meanwhile, with its first use, or hours have no rate, or less than the minimum
     *     wage, or the agreement is not in Canadian dollars, in which hours and releases are valued
     */
    @Transactional(label = "match.add")
    public void addFree(
            AgreementId id,
            List<String> items,
            @Nullable BigDecimal rate,
            @Nullable String basis,
            String releaseBasis) {
        repository.lock();
        MatchedAgreement agreement = queries.findAgreement(id);
        if (!agreement.currency().equals(FreeMatch.CURRENCY)) {
            throw new Refused("match.refused.currency", FreeMatch.CURRENCY);
        }
        Map<String, FreeItem> free = queries.findFree(agreement.startsOn(), agreement.endsOn()).stream()
                .collect(Collectors.toMap(FreeItem::item, Function.identity()));
        for (String item : items) {
            requireUnused(queries.findFirstUse("s.item = ?", item).orElse(null));
            FreeItem found = free.get(item);
            if (found == null) {
                throw new Refused("match.refused.gone");
            }
            MatchSourceFacts facts = facts(found, rate, basis, releaseBasis);
            BigDecimal least = queries.findMinimumWage(facts.day()).orElse(BigDecimal.ZERO);
            if (facts.rate() != null && facts.rate().compareTo(least) < 0) {
                throw new Refused("match.refused.minimum", Money.of(CurrencyUnit.CAD, least, RoundingMode.HALF_UP));
            }
            repository.insert(id, facts);
            markRelease(item, agreement.title());
        }
    }

    private static MatchSourceFacts facts(
            FreeItem item, @Nullable BigDecimal rate, @Nullable String basis, String releaseBasis) {
        BigDecimal hours = item.hours();
        BigDecimal cost = item.cost();
        if (hours == null && cost != null) {
            return new MatchSourceFacts(
                    MatchKind.RELEASE,
                    item.day(),
                    item.what(),
                    cost,
                    null,
                    null,
                    releaseBasis,
                    "",
                    item.union() == null ? null : new OrganisationId(item.union()),
                    null,
                    item.item());
        }
        if (hours == null || rate == null || basis == null) {
            throw new Refused("match.refused.rate");
        }
        return new MatchSourceFacts(
                MatchKind.HOURS,
                item.day(),
                item.what().isEmpty() ? "–" : item.what(),
                hours.multiply(rate).setScale(2, RoundingMode.HALF_UP),
                hours,
                rate,
                basis,
                "",
                null,
                null,
                item.item());
    }

    private void markRelease(@Nullable String item, @Nullable String agreement) {
        if (item != null && item.startsWith(MatchQueries.RELEASE)) {
            UUID release =
                    TextParser.id(item.substring(MatchQueries.RELEASE.length())).orElseThrow();
            releases.forEach(source -> source.markMatched(release, agreement));
        }
    }

    /**
     * Promises a gift in kind, a release that is recorded nowhere else, or money.
     *
     * @throws Refused if its day is outside the agreement, or it counts elsewhere: the first use is told
     */
    @Transactional(label = "match.add")
    public MatchSourceId add(AgreementId id, MatchSourceFacts facts) {
        repository.lock();
        MatchedAgreement agreement = queries.findAgreement(id);
        if (facts.day().isBefore(agreement.startsOn()) || facts.day().isAfter(agreement.endsOn())) {
            throw new Refused("match.refused.day", agreement.startsOn(), agreement.endsOn());
        }
        Party giver = facts.giver();
        if (giver != null) {
            requireUnused(queries.findFirstUse(
                            "coalesce(s.organisation, s.person) = ? AND s.day = ? AND s.amount = ? AND s.hours IS NULL",
                            giver.value(),
                            facts.day(),
                            facts.amount())
                    .orElse(null));
        }
        if (facts.item() != null) {
            requireUnused(queries.findFirstUse("s.item = ?", facts.item()).orElse(null));
        }
        AgreementId funding = facts.funding();
        if (funding != null) {
            MatchedAgreement other = queries.findAgreement(funding);
            if (!other.currency().equals(agreement.currency())) {
                throw new Refused("match.refused.currency", agreement.currency());
            }
            requireMoneyLeft(other, facts.amount());
        }
        return repository.insert(id, facts);
    }

    /** All that is used of another agreement's money stays within it. */
    private void requireMoneyLeft(MatchedAgreement funding, BigDecimal amount) {
        BigDecimal used = db.sql("SELECT coalesce(sum(amount), 0) FROM resources.match_source WHERE funding = ?")
                .param(funding.id().value())
                .query(BigDecimal.class)
                .single();
        if (used.add(amount).compareTo(funding.amount()) > 0) {
            requireUnused(
                    queries.findFirstUse("s.funding = ?", funding.id().value()).orElse(null));
            throw new Refused("match.refused.beyond", funding.title());
        }
    }

    private void requireUnused(@Nullable MatchSourceRow first) {
        if (first != null) {
            throw new Refused(
                    "match.refused.twice",
                    queries.findAgreement(first.agreement()).title(),
                    first.day(),
                    first.what());
        }
    }

    /** The reference of money in the books, whatever stands between its words and numbers. */
    public static @Nullable String moneyItem(String reference) {
        String plain = WORD_OR_NUMBER
                .matcher(reference.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("-"));
        return plain.isEmpty() ? null : "money/" + plain;
    }

    /**
     * Records that the statement was signed, or the money entered.
     *
     * @param by who signed, in 1 to 200 characters
     * @throws Refused if the day is in the future, or before that of the source
     */
    @Transactional(label = "match.confirm")
    public void confirm(AgreementId agreement, MatchSourceId id, int version, LocalDate day, String by) {
        if (day.isAfter(settings.today())) {
            throw new Refused("match.refused.future");
        }
        repository.lock();
        LocalDate given = queries.findSource(agreement, id).day();
        if (day.isBefore(given)) {
            throw new Refused("match.refused.before", given);
        }
        int written = db.sql("""
                        UPDATE resources.match_source SET confirmed_on = ?, confirmed_by = ?, version = version + 1
                        WHERE agreement = ? AND id = ? AND version = ? AND used_in IS NULL
                        """)
                .params(day, by, agreement.value(), id.value(), version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /**
     * Deletes a source, which may then serve elsewhere.
     *
     * @throws Refused if a filed report counts it
     */
    @Transactional(label = "match.remove")
    public void remove(AgreementId agreement, MatchSourceId id) {
        repository.lock();
        if (queries.findSource(agreement, id).usedIn() != null) {
            throw new Refused("match.refused.used");
        }
        db.sql("DELETE FROM resources.match_source WHERE id = ? RETURNING item")
                .param(id.value())
                .query(String.class)
                .optional()
                .ifPresent(item -> markRelease(item, null));
    }
}
