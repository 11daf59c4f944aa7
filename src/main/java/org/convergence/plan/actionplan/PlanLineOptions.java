package org.convergence.plan.actionplan;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of the plan that a form offers. */
@Component
public class PlanLineOptions {

    private final ActionPlans plans;

    PlanLineOptions(ActionPlans plans) {
        this.plans = plans;
    }

    /**
     * The lines of the plans in force, and the current line of the record, so that saving a form does not drop it once
     * its plan ended.
     *
     * @param current {@code null} for a new record, or one without a line
     */
    public List<Option> inForce(@Nullable ActionId current) {
        List<PlanLine> lines = plans
                .findLines(plans.findInForce().stream().map(PlanSummary::id).toList())
                .stream()
                .filter(line -> !line.dropped())
                .toList();
        Stream<PlanLine> gone =
                current == null || lines.stream().anyMatch(line -> line.id().equals(current))
                        ? Stream.empty()
                        : plans.findLinesById(List.of(current)).values().stream();
        return Stream.concat(lines.stream(), gone)
                .map(line -> Option.of(line.id(), line.label()))
                .toList();
    }
}
