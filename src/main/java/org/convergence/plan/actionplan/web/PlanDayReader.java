package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.PlannedDateReader;
import org.convergence.platform.text.PlannedDateReader.Edge;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads days typed for a plan, « 15 août », « fin mars », « T2 », within the plan's period, or within the current fiscal
 * year if the plan has no period.
 */
record PlanDayReader(PlannedDateReader dates, Words t) {

    static PlanDayReader forPlan(PlanHeader plan, OrganisationSettings settings, Words t) {
        LocalDate from = plan.facts().from();
        LocalDate to = plan.facts().to();
        LocalDate start = from == null ? settings.current().fiscalYearOf(to == null ? settings.today() : to) : from;
        return new PlanDayReader(
                new PlannedDateReader(start, to == null ? start.plusYears(1).minusDays(1) : to), t);
    }

    /** The possible days of a text: one if it is clear, none if it is not understood. */
    List<LocalDate> read(String field, String text) {
        return dates.read(text, field.equals("from") ? Edge.FIRST : Edge.LAST);
    }

    /**
     * The day in a field, which is rewritten in ISO format; an unreadable or ambiguous day stays as typed and is noted on
     * the form, with its readings.
     */
    @Nullable
    LocalDate read(Form form, String field) {
        if (!form.filled(field)) {
            return null;
        }
        List<LocalDate> days = read(field, form.value(field));
        if (days.size() == 1) {
            form.with(field, days.get(0));
            return days.get(0);
        }
        if (days.isEmpty()) {
            form.reject(field, "actionplan.follow-up.day.unread");
        } else {
            String words = days.stream().map(t::shortDate).collect(Collectors.joining(" · "));
            form.reject(
                    field,
                    "actionplan.follow-up.day.ambiguous",
                    Stream.concat(Stream.of(words), days.stream()).toArray());
        }
        return null;
    }
}
