package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.BillingRecipients.BillingRecipient;
import org.convergence.resources.dues.domain.MemberAssessment.MissingInput;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.domain.HeadcountPolicy.EffectiveHeadcount;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.convergence.resources.membership.domain.MemberQueries.MemberRow;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Previews a call for dues: the amount that each member would owe on a reference date, by the rates in force and the
 * headcounts declared until then. Writes nothing.
 */
@Service
@Transactional(readOnly = true)
@Requires(DuesPermissions.READ)
public class DuesPreview {

    private static final int AT_ONCE = 500;

    private final MemberQueries members;
    private final HeadcountService headcounts;
    private final RateService rates;
    private final BillingRecipients billingRecipients;

    DuesPreview(
            MemberQueries members,
            HeadcountService headcounts,
            RateService rates,
            BillingRecipients billingRecipients) {
        this.members = members;
        this.headcounts = headcounts;
        this.rates = rates;
        this.billingRecipients = billingRecipients;
    }

    /**
     * The totals.
     *
     * @param sums by currency, since amounts of two currencies are never added up
     * @param lacking for how many members no amount can be computed
     * @param carriedOver how many headcounts are a year old or more
     * @param unreachable how many members have no mail address
     */
    public record PreviewTotal(int members, List<Money> sums, int lacking, int carriedOver, int unreachable) {}

    /**
     * A page of members' shares, from a {@linkplain MemberRow#position position} on. The number of queries is constant.
     */
    public List<MemberAssessment> findPage(LocalDate reference, @Nullable String after, int limit) {
        return shares(reference, members.findPage(new MemberFilter(reference, null, ""), after, limit));
    }

    /** The shares of the given members, in their order. */
    List<MemberAssessment> assess(LocalDate reference, List<MemberRow> lines) {
        return shares(reference, lines);
    }

    /** The totals of all members' shares. */
    public PreviewTotal computeTotal(LocalDate reference) {
        Map<String, Money> sums = new TreeMap<>();
        int[] counts = new int[4];
        String after = "";
        List<MemberAssessment> shares;
        do {
            shares = findPage(reference, after, AT_ONCE);
            for (MemberAssessment share : shares) {
                counts[0]++;
                counts[1] += share.lacks() == null ? 0 : 1;
                counts[2] += share.headcount() != null && share.headcount().carriedOver() ? 1 : 0;
                counts[3] += share.reach().isReachable() ? 0 : 1;
                DuesAmount owed = share.owed();
                if (owed != null) {
                    sums.merge(owed.amount().getCurrencyUnit().getCode(), owed.amount(), Money::plus);
                }
                after = share.member().position();
            }
        } while (shares.size() == AT_ONCE);
        return new PreviewTotal(counts[0], List.copyOf(sums.values()), counts[1], counts[2], counts[3]);
    }

    private List<MemberAssessment> shares(LocalDate reference, List<MemberRow> lines) {
        LocalDate earlier = reference.minusYears(1);
        List<OrganisationId> organisations = lines.stream()
                .map(MemberRow::member)
                .filter(OrganisationId.class::isInstance)
                .map(OrganisationId.class::cast)
                .toList();
        Map<OrganisationId, EffectiveHeadcount> now = headcounts.findEffective(reference, organisations);
        Map<OrganisationId, EffectiveHeadcount> then = headcounts.findEffective(earlier, organisations);
        Map<CategoryId, AdoptedRate> rate = rates.findInForce(reference);
        Map<CategoryId, AdoptedRate> rateThen = rates.findInForce(earlier);
        Map<Party, BillingRecipient> reached = billingRecipients.findByMembers(
                lines.stream().map(MemberRow::member).toList());
        List<MemberAssessment> shares = new ArrayList<>();
        for (MemberRow line : lines) {
            AdoptedRate inForce = rate.get(line.category());
            EffectiveHeadcount used = used(now, line.member());
            DuesAmount owed = owed(inForce, used);
            boolean member = !line.since().isAfter(earlier);
            shares.add(new MemberAssessment(
                    line,
                    used == null ? null : MemberAssessment.AssessedHeadcount.of(used),
                    inForce,
                    owed,
                    member ? owed(rateThen.get(line.category()), used(then, line.member())) : null,
                    inForce == null ? MissingInput.RATE : owed == null ? MissingInput.HEADCOUNT : null,
                    Objects.requireNonNull(reached.get(line.member()))));
        }
        return shares;
    }

    private static @Nullable EffectiveHeadcount used(Map<OrganisationId, EffectiveHeadcount> all, Party member) {
        return member instanceof OrganisationId organisation ? all.get(organisation) : null;
    }

    private static @Nullable DuesAmount owed(@Nullable AdoptedRate rate, @Nullable EffectiveHeadcount used) {
        if (rate == null || (used == null && rate.rate().shape().countsPeople())) {
            return null;
        }
        return DuesPolicy.computeDues(
                rate.rate(), used == null ? 0 : used.headcount().facts().number());
    }
}
