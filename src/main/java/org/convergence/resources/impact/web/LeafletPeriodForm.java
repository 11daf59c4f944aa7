package org.convergence.resources.impact.web;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.resources.impact.domain.LeafletPeriod;
import org.springframework.stereotype.Component;

/** Reads the requested period; by default the fiscal year that is accounted for today. */
@Component
record LeafletPeriodForm(OrganisationSettings settings) {

    /** @throws FieldsRefused if the period is invalid */
    LeafletPeriod read(Form form) {
        LeafletPeriod last = reportedYear();
        setDefault(form, "from", last.from());
        setDefault(form, "to", last.to());
        try {
            return form.read(answers -> new LeafletPeriod(answers.date("from"), answers.date("to")));
        } catch (Refused none) {
            form.reject("to", none.messageKey(), none.arguments());
            throw new FieldsRefused(form.problems());
        }
    }

    /** The fiscal year that is accounted for today. */
    LeafletPeriod reportedYear() {
        LocalDate start = settings.current().reportedYearOf(settings.today());
        return new LeafletPeriod(start, start.plusYears(1).minusDays(1));
    }

    private static void setDefault(Form form, String field, LocalDate day) {
        if (!form.filled(field)) {
            form.with(field, day);
        }
    }
}
