package org.convergence.plan.realisation.web;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.DateReader;
import org.jspecify.annotations.Nullable;

/** The date fields: today, yesterday, or another day, with an optional last day. */
final class RealisationDateFields {

    static final String TODAY = "today";
    static final String YESTERDAY = "yesterday";
    static final String OTHER = "other";

    private RealisationDateFields() {}

    static Form write(Form form, DayRange when) {
        return form.with("when", OTHER)
                .with("date", when.from())
                .with("to", when.to().equals(when.from()) ? null : when.to());
    }

    /** The days entered; {@code null} if invalid, which is noted on the form. */
    static @Nullable DayRange read(Form form, FormValues answers, LocalDate today) {
        LocalDate said = relative(form, today);
        if (said != null) {
            return DayRange.on(said);
        }
        if (!form.value("when").equals(OTHER) && !form.filled("date")) {
            form.reject("when", "shell.form.required");
            return null;
        }
        LocalDate from = answers.date("date");
        LocalDate to = answers.optionalDate("to");
        return form.problem("date") == null && form.problem("to") == null
                ? RealisationInputReader.days(form, from, to, "to")
                : null;
    }

    /** The days of the form, as far as they are readable. */
    static Optional<DayRange> days(Form form, LocalDate today) {
        LocalDate said = relative(form, today);
        if (said != null) {
            return Optional.of(DayRange.on(said));
        }
        return DateReader.read(form.value("date"))
                .map(from -> DateReader.read(form.value("to"))
                        .filter(to -> !to.isBefore(from))
                        .map(to -> new DayRange(from, to))
                        .orElse(DayRange.on(from)));
    }

    /** Replaces « today » and « yesterday » by their date, so that two versions can be compared. */
    static void normalise(Form form, LocalDate today) {
        LocalDate said = relative(form, today);
        if (said != null) {
            write(form, DayRange.on(said));
        }
    }

    private static @Nullable LocalDate relative(Form form, LocalDate today) {
        return switch (form.value("when")) {
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            default -> null;
        };
    }
}
