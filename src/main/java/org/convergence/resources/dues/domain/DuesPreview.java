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
import org.convergence.resources.dues.domain.Reaching.Reach;
import org.convergence.resources.dues.domain.Share.Lack;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.domain.HeadcountPolicy.Used;
import org.convergence.resources.membership.domain.Headcounts;
import org.convergence.resources.membership.domain.MemberList;
import org.convergence.resources.membership.domain.MemberList.Asked;
import org.convergence.resources.membership.domain.MemberList.Line;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a call for dues would ask of each member on a reference date, by the rates in force and the headcounts declared
 * until then; writes nothing.
 */
@Service
@Transactional(readOnly = true)
@Requires(DuesPermissions.READ)
public class DuesPreview {

    private static final int AT_ONCE = 500;

    private final MemberList members;
    private final Headcounts headcounts;
    private final RateKeeping rates;
    private final Reaching reaching;

    DuesPreview(MemberList members, Headcounts headcounts, RateKeeping rates, Reaching reaching) {
        this.members = members;
        this.headcounts = headcounts;
        this.rates = rates;
        this.reaching = reaching;
    }

    /**
     * The totals.
     *
     * @param sums by currency, since amounts of two currencies are never added up
     * @param lacking for how many members no amount can be computed
     * @param carriedOver how many headcounts are a year old or more
     * @param unreachable how many members have no mail address
     */
    public record Total(int members, List<Money> sums, int lacking, int carriedOver, int unreachable) {}

    /** Some members' shares, from a {@linkplain Line#position position} on. The number of queries is constant. */
    public List<Share> some(LocalDate reference, @Nullable String after, int limit) {
        return shares(reference, members.some(new Asked(reference, null, ""), after, limit));
    }

    /** The shares of the given members, in their order. */
    List<Share> of(LocalDate reference, List<Line> lines) {
        return shares(reference, lines);
    }

    /** The totals of all members' shares. */
    public Total total(LocalDate reference) {
        Map<String, Money> sums = new TreeMap<>();
        int[] counts = new int[4];
        String after = "";
        List<Share> shares;
        do {
            shares = some(reference, after, AT_ONCE);
            for (Share share : shares) {
                counts[0]++;
                counts[1] += share.lacks() == null ? 0 : 1;
                counts[2] += share.headcount() != null && share.headcount().carriedOver() ? 1 : 0;
                counts[3] += share.reach().isReachable() ? 0 : 1;
                Owed owed = share.owed();
                if (owed != null) {
                    sums.merge(owed.amount().getCurrencyUnit().getCode(), owed.amount(), Money::plus);
                }
                after = share.member().position();
            }
        } while (shares.size() == AT_ONCE);
        return new Total(counts[0], List.copyOf(sums.values()), counts[1], counts[2], counts[3]);
    }

    private List<Share> shares(LocalDate reference, List<Line> lines) {
        LocalDate earlier = reference.minusYears(1);
        List<OrganisationId> organisations = lines.stream()
                .map(Line::member)
                .filter(OrganisationId.class::isInstance)
                .map(OrganisationId.class::cast)
                .toList();
        Map<OrganisationId, Used> now = headcounts.on(reference, organisations);
        Map<OrganisationId, Used> then = headcounts.on(earlier, organisations);
        Map<CategoryId, AdoptedRate> rate = rates.on(reference);
        Map<CategoryId, AdoptedRate> rateThen = rates.on(earlier);
        Map<Party, Reach> reached =
                reaching.reach(lines.stream().map(Line::member).toList());
        List<Share> shares = new ArrayList<>();
        for (Line line : lines) {
            AdoptedRate inForce = rate.get(line.category());
            Used used = used(now, line.member());
            Owed owed = owed(inForce, used);
            boolean member = !line.since().isAfter(earlier);
            shares.add(new Share(
                    line,
                    used == null ? null : Share.Counted.of(used),
                    inForce,
                    owed,
                    member ? owed(rateThen.get(line.category()), used(then, line.member())) : null,
                    inForce == null ? Lack.RATE : owed == null ? Lack.HEADCOUNT : null,
                    Objects.requireNonNull(reached.get(line.member()))));
        }
        return shares;
    }

    private static @Nullable Used used(Map<OrganisationId, Used> all, Party member) {
        return member instanceof OrganisationId organisation ? all.get(organisation) : null;
    }

    private static @Nullable Owed owed(@Nullable AdoptedRate rate, @Nullable Used used) {
        if (rate == null || (used == null && rate.rate().shape().countsPeople())) {
            return null;
        }
        return DuesPolicy.owed(
                rate.rate(), used == null ? 0 : used.headcount().facts().number());
    }
}
