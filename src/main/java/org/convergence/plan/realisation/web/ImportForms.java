package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.realisation.domain.Column;
import org.convergence.plan.realisation.domain.ImportSettings;
import org.convergence.plan.realisation.domain.PastImport;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** The form in which one says how a file is to be understood. */
final class ImportForms {

    private ImportForms() {}

    static Form of(PastImport it) {
        ImportSettings settings = it.settings();
        Form form = Form.blank().at(it.version());
        for (int i = 0; i < settings.columns().size(); i++) {
            form.with(column(i), settings.columns().get(i));
        }
        return form.with("plan", settings.plan())
                .with("lenient", settings.lenient())
                .with("doubles", settings.doubles())
                .with("newcomers", settings.newcomers());
    }

    static String column(int index) {
        return "column" + index;
    }

    /** What is said; a column may be said once. */
    static ImportSettings read(PastImport it, Form form, Answers answers) {
        List<@Nullable Column> columns = new ArrayList<>();
        for (int i = 0; i < it.head().size(); i++) {
            Column column = answers.optionalChoice(column(i), Column.class);
            if (column != null && columns.contains(column)) {
                form.reject(column(i), "realisation.import.column-twice");
            }
            columns.add(column);
        }
        for (Column needed : List.of(Column.TITLE, Column.FROM)) {
            if (!columns.contains(needed)) {
                form.refuse("realisation.import.column-needed." + needed.name());
            }
        }
        return new ImportSettings(
                columns,
                answers.optionalId("plan"),
                answers.flag("lenient"),
                answers.flag("doubles"),
                answers.flag("newcomers"),
                names(it, form));
    }

    /** What was decided about names; those of which nothing was said now stay as they were. */
    private static Map<String, String> names(PastImport it, Form form) {
        Map<String, String> names = new LinkedHashMap<>(it.settings().names());
        List<String> keys = form.values("name");
        List<String> decisions = form.values("decision");
        for (int i = 0; i < Math.min(keys.size(), decisions.size()); i++) {
            String decision = decisions.get(i);
            if (decision.matches("NEW|WITHOUT|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                names.put(keys.get(i), decision);
            } else {
                names.remove(keys.get(i));
            }
        }
        return names;
    }
}
