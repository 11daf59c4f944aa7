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

    private final PreparationQueries preparationQueries;
    private final OrganisationSettings settings;
    private final RecipientWords recipientWords;
    private final String base;

    PlanComparisonPapers(
            PreparationQueries preparationQueries,
            OrganisationSettings settings,
            RecipientWords recipientWords,
            @Value("${convergence.base-url}") String base) {
        this.preparationQueries = preparationQueries;
        this.settings = settings;
        this.recipientWords = recipientWords;
        this.base = base;
    }

    PlanComparisonFormatter comparisonOf(PlanId plan, Words t) {
        return new PlanComparisonFormatter(preparationQueries.compareWithNext(plan), t);
    }

    /** The comparison in the organisation's first language, for its bodies. */
    PlanComparisonFormatter inFirstLanguage(PlanId plan) {
        return comparisonOf(plan, recipientWords.forOrganisation());
    }

    void write(PlanComparisonFormatter pages, PaperFormat rendering, OutputStream out) {
        rendering.write(pages.paper(settings.current().name()), pages.words(), RenderingOptions.letterPaper(base), out);
    }
}
