package org.convergence.plan.realisation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.realisation.domain.RealisationImportSettings;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;

/** The part of the form with the decisions about names, duplicates and unreadable values. */
final class RealisationImportForm {

    private RealisationImportForm() {}

    static void fill(Form form, ImportFile file) {
        RealisationImportSettings settings = file.choices().as(RealisationImportSettings.class);
        form.with("plan", settings.plan())
                .with("lenient", settings.lenient())
                .with("doubles", settings.doubles())
                .with("newcomers", settings.newcomers());
    }

    static RealisationImportSettings read(ImportFile file, Form form, FormValues answers) {
        return new RealisationImportSettings(
                answers.optionalId("plan"),
                answers.checkbox("lenient"),
                answers.checkbox("doubles"),
                answers.checkbox("newcomers"),
                names(file.choices().as(RealisationImportSettings.class), form));
    }

    /** The decisions about names; those missing from this form stay as before. */
    private static Map<String, String> names(RealisationImportSettings before, Form form) {
        Map<String, String> names = new LinkedHashMap<>(before.names());
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
