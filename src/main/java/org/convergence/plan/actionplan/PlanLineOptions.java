package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.text.TextParser;
import org.springframework.stereotype.Component;

/**
 * The lines of the plan that a form offers: those of the plans in force or ended lately, and those that the form holds already, so that
 * saving a record does not drop its line once its plan ended.
 */
@Component
public class PlanLineOptions {

    private final ActionPlans plans;
    private final OrganisationSettings settings;

    PlanLineOptions(ActionPlans plans, OrganisationSettings settings) {
        this.plans = plans;
        this.settings = settings;
    }

    /** @param field of the form that holds no, one or several lines */
    public List<Option> find(Form form, String field) {
        List<PlanSummary> open = plans.findRecordable();
        Map<PlanId, String> ended = ended(open);
        return lines(open, form, field)
                .map(line -> Option.of(line.id(), line.label() + note(line, ended)))
                .toList();
    }

    /** The same, grouped by means. */
    public List<OptionGroup> findByMeans(Form form, String field) {
        List<PlanSummary> open = plans.findRecordable();
        Map<PlanId, String> ended = ended(open);
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        lines(open, form, field)
                .forEach(line -> groups.computeIfAbsent(
                                line.meansTitle() + note(line, ended), means -> new ArrayList<>())
                        .add(Option.of(line.id(), line.label())));
        return groups.entrySet().stream()
                .map(each -> new OptionGroup(each.getKey(), each.getValue()))
                .toList();
    }

    /** The titles of plans that ended lately: their lines resemble those of the plans in force. */
    private Map<PlanId, String> ended(List<PlanSummary> open) {
        LocalDate today = settings.today();
        return open.stream()
                .filter(plan -> !plan.isInForce(today))
                .collect(Collectors.toMap(PlanSummary::id, PlanSummary::title));
    }

    private static String note(PlanLine line, Map<PlanId, String> ended) {
        return ended.containsKey(line.plan()) ? " (" + ended.get(line.plan()) + ")" : "";
    }

    private Stream<PlanLine> lines(List<PlanSummary> open, Form form, String field) {
        List<PlanLine> offered = plans
                .findLines(open.stream().map(PlanSummary::id).toList())
                .stream()
                .filter(line -> !line.dropped())
                .toList();
        Set<ActionId> held = new LinkedHashSet<>();
        form.values(field)
                .forEach(value -> TextParser.id(value).map(ActionId::new).ifPresent(held::add));
        offered.forEach(line -> held.remove(line.id()));
        Map<ActionId, PlanLine> others = held.isEmpty() ? Map.of() : plans.findLinesById(held);
        return Stream.concat(
                offered.stream(), held.stream().filter(others::containsKey).map(others::get));
    }
}
