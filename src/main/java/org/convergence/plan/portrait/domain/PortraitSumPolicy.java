package org.convergence.plan.portrait.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.convergence.plan.portrait.PortraitSource.AdditionRule;
import org.convergence.plan.portrait.domain.Portrait.ActivityMark;
import org.convergence.plan.portrait.domain.Portrait.DefinedFigure;
import org.convergence.plan.portrait.domain.PortraitSum.FigureApart;
import org.convergence.plan.portrait.domain.PortraitSum.FigureTotal;
import org.convergence.plan.portrait.domain.PortraitSum.SharedActivity;

/**
 * Adds portraits up (R-PORTRAIT-3). An activity that two organisations know by the same address and day counts once,
 * with the larger of their counts; one that only has the same title, day and place is told as likely, and not merged.
 */
final class PortraitSumPolicy {

    private PortraitSumPolicy() {}

    /** An activity with the counts of each organisation that has it. */
    private static final class ActivityGroup {

        private final LocalDate day;
        private final Set<String> marks = new HashSet<>();
        private final Map<Integer, Map<String, Integer>> counts = new TreeMap<>();

        ActivityGroup(LocalDate day) {
            this.day = day;
        }

        void add(int portrait, ActivityMark it) {
            marks.add(it.mark());
            Map<String, Integer> own = counts.computeIfAbsent(portrait, any -> new HashMap<>());
            it.counts().forEach((key, count) -> own.merge(key, count, Integer::sum));
        }

        /** Takes over a group that turns out to be the same activity. */
        void absorb(ActivityGroup other) {
            marks.addAll(other.marks);
            other.counts.forEach((portrait, theirs) -> {
                Map<String, Integer> own = counts.computeIfAbsent(portrait, any -> new HashMap<>());
                theirs.forEach((key, count) -> own.merge(key, count, Integer::sum));
            });
        }

        boolean isShared() {
            return counts.size() > 1;
        }

        /** What the sum counts more than once, by figure. */
        void takeTwice(Map<String, BigDecimal> twice) {
            Set<String> keys = new HashSet<>();
            counts.values().forEach(each -> keys.addAll(each.keySet()));
            for (String key : keys) {
                List<Integer> all = counts.values().stream()
                        .map(each -> each.getOrDefault(key, 0))
                        .toList();
                long sum = all.stream().mapToLong(Integer::longValue).sum();
                twice.merge(key, BigDecimal.valueOf(sum - Collections.max(all)), BigDecimal::add);
            }
        }

        SharedActivity told(List<Portrait> portraits) {
            return new SharedActivity(
                    day,
                    counts.keySet().stream()
                            .map(each -> portraits.get(each).organisation())
                            .toList());
        }
    }

    /** The totals of portraits, without the files that were left out. */
    static PortraitSum add(List<Portrait> portraits) {
        Map<String, BigDecimal> twice = new HashMap<>();
        Map<String, BigDecimal> perhaps = new HashMap<>();
        Map<ActivityMark, ActivityGroup> byReference = group(portraits, ActivityMark::references, it -> true);
        Set<ActivityGroup> shared = shared(byReference);
        shared.forEach(each -> each.takeTwice(twice));
        Set<ActivityGroup> likely =
                shared(group(portraits, it -> List.of(it.mark()), it -> !shared.contains(byReference.get(it))));
        likely.forEach(each -> each.takeTwice(perhaps));
        return new PortraitSum(
                List.of(),
                List.of(),
                portraits.stream()
                                .map(it -> List.of(it.from(), it.until()))
                                .distinct()
                                .count()
                        <= 1,
                totals(portraits, twice, perhaps),
                apart(portraits),
                shared.stream().map(each -> each.told(portraits)).toList(),
                likely.stream().map(each -> each.told(portraits)).toList());
    }

    /** The group of each activity; activities with a key in common are in one. */
    private static Map<ActivityMark, ActivityGroup> group(
            List<Portrait> portraits,
            Function<ActivityMark, List<String>> keys,
            java.util.function.Predicate<ActivityMark> which) {
        Map<String, ActivityGroup> known = new HashMap<>();
        Map<ActivityMark, ActivityGroup> groups = new LinkedHashMap<>();
        for (int index = 0; index < portraits.size(); index++) {
            for (ActivityMark it : portraits.get(index).activities()) {
                if (!which.test(it) || keys.apply(it).isEmpty()) {
                    continue;
                }
                List<ActivityGroup> met = keys.apply(it).stream()
                        .flatMap(key -> Stream.ofNullable(known.get(key)))
                        .distinct()
                        .toList();
                ActivityGroup group = met.isEmpty() ? new ActivityGroup(it.day()) : met.get(0);
                met.stream().skip(1).forEach(other -> {
                    group.absorb(other);
                    known.replaceAll((key, each) -> each == other ? group : each);
                    groups.replaceAll((mark, each) -> each == other ? group : each);
                });
                keys.apply(it).forEach(key -> known.putIfAbsent(key, group));
                group.add(index, it);
                groups.put(it, group);
            }
        }
        return groups;
    }

    private static Set<ActivityGroup> shared(Map<ActivityMark, ActivityGroup> groups) {
        Set<ActivityGroup> shared = new LinkedHashSet<>();
        groups.values().stream().filter(ActivityGroup::isShared).forEach(shared::add);
        return shared;
    }

    private static List<FigureTotal> totals(
            List<Portrait> portraits, Map<String, BigDecimal> twice, Map<String, BigDecimal> perhaps) {
        Map<String, List<DefinedFigure>> byKey = new LinkedHashMap<>();
        portraits.forEach(it -> it.figures().stream()
                .filter(each -> each.rule() != AdditionRule.APART)
                .forEach(each -> byKey.computeIfAbsent(each.key(), any -> new ArrayList<>())
                        .add(each)));
        List<FigureTotal> totals = new ArrayList<>();
        byKey.forEach((key, figures) -> {
            BigDecimal less = twice.getOrDefault(key, BigDecimal.ZERO);
            List<DefinedFigure> known =
                    figures.stream().filter(each -> each.value() != null).toList();
            BigDecimal value = figures.get(0).rule() == AdditionRule.DISTINCT
                    ? BigDecimal.valueOf(figures.stream()
                            .flatMap(each -> each.values().stream())
                            .distinct()
                            .count())
                    : known.stream()
                            .map(each -> new BigDecimal(each.value()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .subtract(less);
            totals.add(new FigureTotal(
                    key, value, less, perhaps.getOrDefault(key, BigDecimal.ZERO), portraits.size() - known.size()));
        });
        return totals;
    }

    private static List<FigureApart> apart(List<Portrait> portraits) {
        return portraits.stream()
                .flatMap(it -> it.figures().stream()
                        .filter(each -> each.rule() == AdditionRule.APART)
                        .map(each -> new FigureApart(each.key(), it.organisation(), each.value())))
                .toList();
    }
}
