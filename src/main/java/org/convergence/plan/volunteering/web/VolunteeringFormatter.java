package org.convergence.plan.volunteering.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.volunteering.domain.VolunteeringQueries.VolunteerTask;
import org.convergence.plan.volunteering.web.VolunteeringPage.VolunteeringItem;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;

/** Tells a task in a line. */
final class VolunteeringFormatter {

    private VolunteeringFormatter() {}

    /** « D’ici le 14 janvier 2027 · 2 h par personne · 1 place prise sur 3 ». */
    static String lead(VolunteerTask it, Words t) {
        List<String> lead = new ArrayList<>(List.of(t.say("public.volunteering.due", it.dueOn())));
        if (it.hours() != null) {
            lead.add(t.say("public.volunteering.hours", t.hours(it.hours())));
        }
        lead.add(t.say("public.volunteering.places", it.taken(), it.places()));
        return String.join(" · ", lead);
    }

    static VolunteeringItem item(VolunteerTask it, LocalDate today, Words t) {
        String state = it.done() > 0 && it.done() == it.taken()
                ? "done"
                : it.isOpen(today) ? "open" : it.taken() > 0 ? "taken" : it.closedOn() != null ? "closed" : "over";
        Tone tone =
                switch (state) {
                    case "done" -> Tone.OK;
                    case "open" -> Tone.AHEAD;
                    case "taken" -> Tone.ACTIVE;
                    default -> Tone.REST;
                };
        return new VolunteeringItem(
                VolunteeringPage.url(it.id()), it.what(), lead(it, t), tone, t.say("volunteering.task." + state));
    }
}
