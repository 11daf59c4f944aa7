package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.DateReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads days typed for a plan: « 15 août » is the one within the plan's period, or within the current fiscal year if
 * the plan has no period.
 */
record PlanDayReader(LocalDate from, LocalDate to, LocalDate today) {

    static PlanDayReader forPlan(PlanHeader plan, OrganisationSettings settings) {
        LocalDate today = settings.today();
        LocalDate from = plan.facts().from();
        LocalDate to = plan.facts().to();
        LocalDate start = from == null ? settings.current().fiscalYearOf(to == null ? today : to) : from;
        return new PlanDayReader(start, to == null ? start.plusYears(1).minusDays(1) : to, today);
    }

    Optional<LocalDate> read(String text) {
        return DateReader.readWithin(text, from, to, today);
    }

    /** The day in a field, which is rewritten in ISO format; an unreadable day is noted on the form. */
    @Nullable
    LocalDate read(Form form, String field) {
        if (!form.filled(field)) {
            return null;
        }
        Optional<LocalDate> day = read(form.value(field));
        if (day.isEmpty()) {
            form.reject(field, "actionplan.follow-up.day.unread");
            return null;
        }
        form.with(field, day.get());
        return day.get();
    }
}
