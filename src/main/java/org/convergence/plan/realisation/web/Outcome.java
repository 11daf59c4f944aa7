package org.convergence.plan.realisation.web;

import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Where to go after recording, and the message shown. */
@Component
class Outcome {

    private final Counting counting;
    private final OrganisationSettings settings;

    Outcome(Counting counting, OrganisationSettings settings) {
        this.counting = counting;
        this.settings = settings;
    }

    /** « Enregistré. Comptera pour : … », with an undo button. */
    ModelAndView recorded(Form form, RealisationId id, Entry entry, Words t) {
        return said(form, id, entry, t).undo(RealisationPage.url(id, "/undo"));
    }

    /** The same for an existing, planned one. */
    Go said(Form form, RealisationId id, Entry entry, Words t) {
        Go go = Go.to(back(form, RealisationPage.url(id, "")));
        if (entry.happening().when().to().isAfter(settings.today())) {
            return go.saying("realisation.planned", entry.happening().when().to());
        }
        String counts = counting.of(Counting.recorded(entry), t);
        return counts.isEmpty()
                ? go.saying("realisation.recorded.unattached")
                : go.saying("realisation.recorded", counts);
    }

    /** The page of origin in the form, if it is one of the application. */
    static String back(Form form, String otherwise) {
        return Go.isOurs(form.value("from")) ? form.value("from") : otherwise;
    }
}
