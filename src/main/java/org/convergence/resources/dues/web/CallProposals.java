package org.convergence.resources.dues.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.CallKeeping;
import org.convergence.resources.dues.domain.CallLeaflets;
import org.convergence.resources.dues.domain.NextCallPolicy;
import org.convergence.resources.relay.Relays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pre-fills the form of a new call from the last one, for the period after it. */
@Component
class CallProposals {

    private final CallKeeping calls;
    private final CallLeaflets leaflets;
    private final OrganisationSettings settings;

    CallProposals(CallKeeping calls, CallLeaflets leaflets, OrganisationSettings settings) {
        this.calls = calls;
        this.leaflets = leaflets;
        this.settings = settings;
    }

    /** A call for the dues of the first year without a call. */
    Form annual(Words t) {
        CallFacts last = NextCallPolicy.last(calls.all());
        LocalDate today = settings.today();
        NextCallPolicy.Days days = NextCallPolicy.after(last, settings.current().fiscalYearOf(today), today);
        return said(last)
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
        return said(NextCallPolicy.last(calls.all()))
                .with("kind", CallKind.APPEAL)
                .with("letter", null)
                .with("reference", settings.today())
                .with("due", NextCallPolicy.soon(settings.today()));
    }

    /** A call like the given one, for members that joined since. */
    Form since(CallKeeping.Kept call) {
        return said(call.facts())
                .with("kind", CallKind.ANNUAL)
                .with("name", call.facts().name())
                .with("reference", settings.today())
                .with("due", NextCallPolicy.soon(settings.today()))
                .with("from", call.facts().periodFrom())
                .with("until", call.facts().periodUntil());
    }

    private Form said(@Nullable CallFacts last) {
        Form form = Form.blank();
        if (last != null) {
            form.with("letter", last.letter())
                    .with("note", last.note())
                    .with("reminders", CallForms.reminders(last))
                    .with("reminding", last.reminding());
        }
        if (!form.filled("reminders")) {
            form.with("reminders", "15, 45, 75").with("reminding", true);
        }
        List<Relays.Period> made = leaflets.made();
        if (!made.isEmpty()) {
            form.with(
                    "leaflets",
                    CallForms.leaflets(made.get(0).from(), made.get(0).to()));
        }
        return form;
    }
}
