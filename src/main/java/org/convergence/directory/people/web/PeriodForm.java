package org.convergence.directory.people.web;

import java.time.LocalDate;
import org.convergence.directory.people.Period;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;

/** The form fields of a period; both may be left empty. */
final class PeriodForm {

    private PeriodForm() {}

    static Form fill(Form form, Period period) {
        return form.with("since", period.since()).with("until", period.until());
    }

    static Period read(Form form, FormValues answers) {
        LocalDate since = answers.optionalDate("since");
        LocalDate until = answers.optionalDate("until");
        if (since != null && until != null && until.isBefore(since)) {
            form.reject("until", "people.period.order");
            return Period.ALWAYS;
        }
        return new Period(since, until);
    }
}
