package org.convergence.plan.actionplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.text.TextParser;
import org.springframework.stereotype.Component;

/**
 * The lines of the plan that a form offers: those of the plans in force, and those that the form holds already, so that
 * saving a record does not drop its line once its plan ended.
 */
@Component
public class PlanLineOptions {

    private final ActionPlans plans;

    PlanLineOptions(ActionPlans plans) {
        this.plans = plans;
    }

    /** @param field of the form that holds no, one or several lines */
    public List<Option> find(Form form, String field) {
        return lines(form, field)
                .map(line -> Option.of(line.id(), line.label()))
                .toList();
    }

    /** The same, grouped by means. */
    public List<OptionGroup> findByMeans(Form form, String field) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        lines(form, field)
                .forEach(line -> groups.computeIfAbsent(line.meansTitle(), means -> new ArrayList<>())
                        .add(Option.of(line.id(), line.label())));
        return groups.entrySet().stream()
                .map(each -> new OptionGroup(each.getKey(), each.getValue()))
                .toList();
    }

    private Stream<PlanLine> lines(Form form, String field) {
        List<PlanLine> inForce = plans
                .findLines(plans.findInForce().stream().map(PlanSummary::id).toList())
                .stream()
                .filter(line -> !line.dropped())
                .toList();
        Set<ActionId> held = new LinkedHashSet<>();
        form.values(field)
                .forEach(value -> TextParser.id(value).map(ActionId::new).ifPresent(held::add));
        inForce.forEach(line -> held.remove(line.id()));
        Map<ActionId, PlanLine> others = held.isEmpty() ? Map.of() : plans.findLinesById(held);
        return Stream.concat(
                inForce.stream(), held.stream().filter(others::containsKey).map(others::get));
    }
}
