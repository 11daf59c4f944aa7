package org.convergence.resources.relay.web;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.resources.relay.domain.Span;
import org.springframework.stereotype.Component;

/** Reads the requested period; the last completed fiscal year by default. */
@Component
class RelayPeriod {

    private final OrganisationSettings settings;

    RelayPeriod(OrganisationSettings settings) {
        this.settings = settings;
    }

    /** @throws FieldsRefused if the period is invalid */
    Span span(Form form) {
        Span last = last();
        begin(form, "from", last.from());
        begin(form, "to", last.to());
        try {
            return form.read(answers -> new Span(answers.date("from"), answers.date("to")));
        } catch (Refused none) {
            form.reject("to", none.messageKey(), none.arguments());
            throw new FieldsRefused(form.problems());
        }
    }

    /** The last completed fiscal year. */
    Span last() {
        LocalDate start = settings.current().fiscalYearOf(settings.today());
        return new Span(start.minusYears(1), start.minusDays(1));
    }

    private static void begin(Form form, String field, LocalDate day) {
        if (!form.filled(field)) {
            form.with(field, day);
        }
    }
}
