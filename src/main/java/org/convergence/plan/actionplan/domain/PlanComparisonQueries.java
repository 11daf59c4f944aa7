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
import org.convergence.plan.actionplan.LineDifference;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanComparison;
import org.convergence.plan.actionplan.PlanComparison.PlanLineOutcome;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.database.NotFound;
import org.springframework.stereotype.Component;

/** Compares a plan with the one that it continues: lines kept, reworded, postponed, withdrawn, new. */
@Component
class PlanComparisonQueries {

    private final PlanContentsQueries contents;
    private final LineageRepository lineage;

    PlanComparisonQueries(PlanContentsQueries contents, LineageRepository lineage) {
        this.contents = contents;
        this.lineage = lineage;
    }

    /**
     * The differences between a plan and the plan that it continues.
     *
     * @throws NotFound if it continues none
     */
    PlanComparison compare(PlanId plan) {
        PlanId earlier = lineage.findPrevious(plan).orElseThrow(() -> new NotFound("plan of the period before"));
        Map<UUID, UUID> continued = lineage.findEarlierLines(Set.of(plan));
        PlanContents now = contents.findByPlans(plan);
        PlanTree before = contents.tree(earlier);
        PlanTree after = PlanTreeRekeyer.rekey(
                PlanTreeAssembler.assemble(now, contents.sections(plan)), earlier.value(), continued);
        Set<UUID> waits = now.entries().stream()
                .filter(entry -> entry.followUp().stated() == ActionState.POSTPONED)
                .map(entry -> continued.getOrDefault(
                        entry.action().id(), entry.action().id()))
                .collect(Collectors.toSet());
        Map<PlanLineOutcome, List<LineDifference>> lines = new EnumMap<>(PlanLineOutcome.class);
        Set<UUID> told = new HashSet<>();
        for (LineDifference each : PlanTreeComparison.between(before, after)) {
            told.add(each.line());
            outcomesOf(each, waits.contains(each.line())).forEach(fate -> put(lines, fate, each));
        }
        int kept = 0;
        for (LineDifference line : PlanTreeComparison.lines(after)) {
            boolean waiting = waits.contains(line.line());
            if (!told.contains(line.line()) && line.level() == LineLevel.ACTION) {
                if (waiting) {
                    put(lines, PlanLineOutcome.POSTPONED, line);
                } else {
                    kept++;
                }
            }
        }
        return new PlanComparison(
                contents.header(earlier).summary(), now.header().summary(), lines, kept);
    }

    private static void put(
            Map<PlanLineOutcome, List<LineDifference>> lines, PlanLineOutcome fate, LineDifference line) {
        lines.computeIfAbsent(fate, of -> new ArrayList<>()).add(line);
    }

    private static List<PlanLineOutcome> outcomesOf(LineDifference each, boolean waits) {
        PlanLineOutcome words = each.before() == null
                ? PlanLineOutcome.NEW
                : each.after() == null ? PlanLineOutcome.WITHDRAWN : PlanLineOutcome.REWORDED;
        return waits ? List.of(words, PlanLineOutcome.POSTPONED) : List.of(words);
    }
}
