package org.convergence.plan.realisation.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedLineProposal;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedPolicyCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines that work of another module serves: the chosen one, else those that this kind of work served last, else
 * those that its title certainly suggests. Each is the line of the plan of that day: a line chosen once for a body or a
 * coalition is followed into the next plan.
 */
@Component
record WorkLineProposer(ActionPlans plans, ServedLineHistory history, ServedPolicyCache policies, JdbcClient db) {

    private static final String LAST = """
            SELECT s.action FROM plan.realisation_served s WHERE s.realisation = (
                SELECT r.id FROM plan.realisation r
                WHERE r.source_module = :module AND r.source_kind = :kind AND r.state <> 'WITHDRAWN'
                  AND EXISTS (SELECT FROM plan.realisation_served o WHERE o.realisation = r.id)
                ORDER BY r.ends_on DESC, r.id DESC LIMIT 1)
            """;

    Set<ActionId> findServed(RecordRealisationCommand what) {
        Set<ActionId> chosen = what.telling().actions();
        RealisationSource source = what.source();
        if (!what.proposesLine() || source == null) {
            return chosen;
        }
        Set<ActionId> known =
                chosen.isEmpty() ? Set.of() : plans.findLinesById(chosen).keySet();
        LocalDate day = what.happening().when().to();
        List<PlanLine> lines = linesOn(day);
        if (!known.isEmpty()) {
            return followed(known, day, lines);
        }
        Set<ActionId> offered = lines.stream().map(PlanLine::id).collect(Collectors.toSet());
        Set<ActionId> last = followed(findLast(source), day, lines).stream()
                .filter(offered::contains)
                .collect(Collectors.toSet());
        return last.isEmpty() ? suggested(what.happening().title(), lines) : last;
    }

    /** The lines of the plans in force on a day; of annual plans, if there are any. */
    private List<PlanLine> linesOn(LocalDate day) {
        List<PlanSummary> inForce =
                plans.findAll().stream().filter(plan -> plan.isInForce(day)).toList();
        return plans
                .findLines(inForce.stream()
                        .filter(plan -> plan.kind()
                                == inForce.stream()
                                        .map(PlanSummary::kind)
                                        .min(Enum::compareTo)
                                        .orElseThrow())
                        .map(PlanSummary::id)
                        .toList())
                .stream()
                .filter(line -> !line.dropped())
                .toList();
    }

    private Set<ActionId> findLast(RealisationSource source) {
        return new HashSet<>(db.sql(LAST)
                .param("module", source.module())
                .param("kind", source.kind())
                .query((row, n) -> new ActionId(row.getObject(1, UUID.class)))
                .list());
    }

    private Set<ActionId> followed(Collection<ActionId> before, LocalDate day, List<PlanLine> lines) {
        if (before.isEmpty()) {
            return Set.of();
        }
        Set<PlanSummary> over = plans.findAll().stream()
                .filter(plan ->
                        plan.to() != null && Objects.requireNonNull(plan.to()).isBefore(day))
                .collect(Collectors.toSet());
        Map<ActionId, PlanLine> known = plans.findLinesById(before);
        Map<ActionId, List<ActionId>> same = history.findSameLines(before, lines);
        return before.stream()
                .flatMap(id -> {
                    PlanLine line = known.get(id);
                    boolean ended = line != null
                            && over.stream().anyMatch(plan -> plan.id().equals(line.plan()));
                    List<ActionId> next = same.getOrDefault(id, List.of());
                    return ended && !next.isEmpty() ? next.stream() : Stream.of(id);
                })
                .collect(Collectors.toSet());
    }

    /** The words before a colon or a dash name the kind of work; those after it, its subject. */
    private Set<ActionId> suggested(String title, List<PlanLine> lines) {
        ServedLinePolicy policy = policies.policy(lines);
        return Stream.of(title.replaceFirst("\\h*(:|\\h[–—]\\h).*", ""), title)
                .map(words ->
                        policy
                                .propose(
                                        words,
                                        history.findFrequencies(List.of(words), lines)
                                                .getOrDefault(words, Map.of()))
                                .stream()
                                .filter(ServedLineProposal::sure)
                                .map(proposal -> proposal.line().id())
                                .collect(Collectors.toSet()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }
}
