package org.convergence.resources.dues.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.CallLeafletQueries;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.dues.domain.NextCallPolicy;
import org.convergence.resources.impact.ImpactLeaflets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pre-fills the form of a new call from the last one, for the period after it. */
@Component
record CallProposals(DuesCallService calls, CallLeafletQueries leaflets, OrganisationSettings settings) {

    /** A call for the dues of the first year without a call. */
    Form annual(Words t) {
        CallFacts last = NextCallPolicy.findLastCall(calls.findAll());
        LocalDate today = settings.today();
        NextCallPolicy.CallDates days =
                NextCallPolicy.propose(last, settings.current().fiscalYearOf(today), today);
        return copyOf(last)
                .with("kind", CallKind.ANNUAL)
                .with(
                        "name",
                        t.say("dues.call.name.usual", String.valueOf(days.from().getYear())))
                .with("reference", days.reference())
                .with("due", days.dueOn())
                .with("from", days.from())
                .with("until", days.until());
    }

    /** An appeal besides the dues, to the members of today. */
    Form appeal() {
        return copyOf(NextCallPolicy.findLastCall(calls.findAll()))
                .with("kind", CallKind.APPEAL)
                .with("letter", null)
                .with("reference", settings.today())
                .with("due", NextCallPolicy.earliestDueDay(settings.today()));
    }

    /** A call like the given one, for members that joined since. */
    Form since(DuesCallService.StoredCall call) {
        return copyOf(call.facts())
                .with("kind", CallKind.ANNUAL)
                .with("name", call.facts().name())
                .with("reference", settings.today())
                .with("due", NextCallPolicy.earliestDueDay(settings.today()))
                .with("from", call.facts().periodFrom())
                .with("until", call.facts().periodUntil());
    }

    private Form copyOf(@Nullable CallFacts last) {
        Form form = Form.blank();
        if (last != null) {
            form.with("letter", last.letter())
                    .with("note", last.note())
                    .with("reminders", CallForm.reminders(last))
                    .with("reminding", last.reminding());
        }
        if (!form.filled("reminders")) {
            form.with("reminders", "15, 45, 75").with("reminding", true);
        }
        List<ImpactLeaflets.LeafletPeriodBounds> made = leaflets.findPeriods();
        if (!made.isEmpty()) {
            form.with(
                    "leaflets",
                    CallForm.leaflets(made.get(0).from(), made.get(0).to()));
        }
        return form;
    }
}
