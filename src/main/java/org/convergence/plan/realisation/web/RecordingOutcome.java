package org.convergence.plan.realisation.web;

import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Where to go after recording, and the message shown. */
@Component
class RecordingOutcome {

    private final ContributionPreview contributionPreview;
    private final OrganisationSettings settings;

    RecordingOutcome(ContributionPreview contributionPreview, OrganisationSettings settings) {
        this.contributionPreview = contributionPreview;
        this.settings = settings;
    }

    /** « Enregistré. Comptera pour : … », with an undo button. */
    ModelAndView recorded(Form form, RealisationId id, RealisationEntry entry, Words t) {
        return message(form, id, entry, t).withUndo(RealisationPage.url(id, "/undo"));
    }

    /** As above, for an existing planned realisation. */
    SeeOther message(Form form, RealisationId id, RealisationEntry entry, Words t) {
        SeeOther go = SeeOther.to(returnAddress(form, RealisationPage.url(id, "")));
        if (entry.happening().when().to().isAfter(settings.today())) {
            return go.withNotice("realisation.planned", entry.happening().when().to());
        }
        String counts = contributionPreview.describe(ContributionPreview.recorded(entry), t);
        return counts.isEmpty()
                ? go.withNotice("realisation.recorded.unattached")
                : go.withNotice("realisation.recorded", counts);
    }

    /** The page of origin in the form, if it is one of the application. */
    static String returnAddress(Form form, String otherwise) {
        return SeeOther.isLocal(form.value("from")) ? form.value("from") : otherwise;
    }
}
