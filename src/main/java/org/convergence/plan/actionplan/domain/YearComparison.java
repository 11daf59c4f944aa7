package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ComparedYears;
import org.convergence.plan.actionplan.ComparedYears.Fate;
import org.convergence.plan.actionplan.Difference;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.database.NotFound;
import org.springframework.stereotype.Component;

/** Compares a plan with the one that it continues: lines kept, reworded, postponed, withdrawn, new. */
@Component
class YearComparison {

    private final ContentsReader contents;
    private final Lineage lineage;

    YearComparison(ContentsReader contents, Lineage lineage) {
        this.contents = contents;
        this.lineage = lineage;
    }

    /**
     * The differences between a plan and the plan that it continues.
     *
     * @throws NotFound if it continues none
     */
    ComparedYears of(PlanId plan) {
        PlanId earlier = lineage.before(plan).orElseThrow(() -> new NotFound("plan of the period before"));
        Map<UUID, UUID> continued = lineage.of(Set.of(plan));
        PlanContents now = contents.of(plan);
        PlanTree before = contents.tree(earlier);
        PlanTree after = Rekeyed.of(Trees.of(now, contents.sections(plan)), earlier.value(), continued);
        Set<UUID> waits = now.entries().stream()
                .filter(entry -> entry.followUp().stated() == ActionState.POSTPONED)
                .map(entry -> continued.getOrDefault(
                        entry.action().id(), entry.action().id()))
                .collect(Collectors.toSet());
        Map<Fate, List<Difference>> lines = new EnumMap<>(Fate.class);
        Set<UUID> told = new HashSet<>();
        for (Difference each : Comparison.between(before, after)) {
            told.add(each.line());
            fate(each, waits.contains(each.line())).forEach(fate -> put(lines, fate, each));
        }
        int kept = 0;
        for (Difference line : Comparison.lines(after)) {
            boolean waiting = waits.contains(line.line());
            if (!told.contains(line.line()) && line.level() == Level.ACTION) {
                if (waiting) {
                    put(lines, Fate.POSTPONED, line);
                } else {
                    kept++;
                }
            }
        }
        return new ComparedYears(
                contents.header(earlier).summary(), now.header().summary(), lines, kept);
    }

    private static void put(Map<Fate, List<Difference>> lines, Fate fate, Difference line) {
        lines.computeIfAbsent(fate, of -> new ArrayList<>()).add(line);
    }

    private static List<Fate> fate(Difference each, boolean waits) {
        Fate words = each.before() == null ? Fate.NEW : each.after() == null ? Fate.WITHDRAWN : Fate.REWORDED;
        return waits ? List.of(words, Fate.POSTPONED) : List.of(words);
    }
}
