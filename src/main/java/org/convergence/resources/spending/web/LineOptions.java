package org.convergence.resources.spending.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.domain.ExpenseQueries.OpenLine;
import org.jspecify.annotations.Nullable;

/** The lines that can be charged, by budget, as the options of a form. */
final class LineOptions {

    private LineOptions() {}

    /** @param first the budget that comes first; {@code null} for none */
    static List<OptionGroup> of(List<OpenLine> lines, @Nullable UUID first, Words t) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparing(line -> !line.budget().equals(first)))
                .forEach(line -> groups.computeIfAbsent(line.title(), title -> new ArrayList<>())
                        .add(Option.of(
                                line.id().value(),
                                t.say(
                                        "spending.line.option",
                                        BudgetLines.name(line.code(), line.label()),
                                        t.money(line.left())))));
        return groups.entrySet().stream()
                .map(group -> new OptionGroup(group.getKey(), group.getValue()))
                .toList();
    }
}
