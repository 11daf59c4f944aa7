package org.convergence.resources.membership.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.Headcount;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountPolicy;
import org.jspecify.annotations.Nullable;

/** Formats the headcounts of an organisation, and marks the ones that count (R-MEMBER-2). */
final class HeadcountHistoryFormatter {

    private HeadcountHistoryFormatter() {}

    /** The statements that are not withdrawn, in the given order. */
    static List<MembershipPart.HeadcountRow> format(List<Headcount> all, LocalDate today, Words t) {
        List<Headcount> standing = all.stream().filter(it -> !it.withdrawn()).toList();
        Map<HeadcountId, String> counting = markCounting(standing, today);
        boolean declares = CurrentActor.get().may(MembershipPermissions.DECLARE);
        return standing.stream()
                .map(it -> format(it, counting.get(it.id()), declares, t))
                .toList();
    }

    /** The message keys of the statement that counts today, and of those that count on a day with several. */
    private static Map<HeadcountId, String> markCounting(List<Headcount> standing, LocalDate today) {
        Map<LocalDate, Long> ofEachDay =
                standing.stream().collect(Collectors.groupingBy(it -> it.facts().countedOn(), Collectors.counting()));
        Set<HeadcountId> onTheirDays = HeadcountPolicy.effectiveOnOwnDays(standing);
        Map<HeadcountId, String> counting = new HashMap<>();
        standing.stream()
                .filter(it -> onTheirDays.contains(it.id()))
                .filter(it -> ofEachDay.getOrDefault(it.facts().countedOn(), 0L) > 1)
                .forEach(it -> counting.put(it.id(), "membership.headcount.counts-then"));
        HeadcountPolicy.effectiveOn(today, standing)
                .ifPresent(used -> counting.put(used.headcount().id(), "membership.headcount.counts"));
        return counting;
    }

    private static MembershipPart.HeadcountRow format(
            Headcount it, @Nullable String counts, boolean declares, Words t) {
        HeadcountFacts facts = it.facts();
        List<String> detail = new ArrayList<>();
        detail.add(t.say("membership.headcount.on", t.date(facts.countedOn())));
        detail.add(t.say(facts.status().key()));
        if (facts.saidBy() != null) {
            detail.add(facts.saidBy());
        }
        if (facts.evidence() != null) {
            detail.add(facts.evidence());
        }
        if (it.remark() != null) {
            detail.add(it.remark());
        }
        return new MembershipPart.HeadcountRow(
                t.say("membership.headcount.number", facts.number()),
                counts == null ? null : t.say(counts),
                String.join(" · ", detail),
                declares ? HeadcountController.url(it.id().value()) + "/withdraw" : null,
                declares && !it.confirmed() ? HeadcountController.url(it.id().value()) + "/confirm" : null);
    }
}
