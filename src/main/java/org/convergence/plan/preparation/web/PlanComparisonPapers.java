package org.convergence.plan.preparation.web;

import java.io.OutputStream;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.domain.PreparationQueries;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The comparison of the next plan with this one as files, for the current user or for a meeting. */
@Component
class PlanComparisonPapers {

    private final PreparationQueries reading;
    private final OrganisationSettings settings;
    private final RecipientWords speaking;
    private final String base;

    PlanComparisonPapers(
            PreparationQueries reading,
            OrganisationSettings settings,
            RecipientWords speaking,
            @Value("${convergence.base-url}") String base) {
        this.reading = reading;
        this.settings = settings;
        this.speaking = speaking;
        this.base = base;
    }

    PlanComparisonFormatter comparisonOf(PlanId plan, Words t) {
        return new PlanComparisonFormatter(reading.compareWithNext(plan), t);
    }

    /** The comparison in the organisation's first language, for its bodies. */
    PlanComparisonFormatter inFirstLanguage(PlanId plan) {
        return comparisonOf(plan, speaking.forOrganisation());
    }

    void write(PlanComparisonFormatter pages, PaperFormat rendering, OutputStream out) {
        rendering.write(pages.paper(settings.current().name()), pages.words(), RenderingOptions.letterPaper(base), out);
    }
}
