package org.convergence.plan.preparation.web;

import java.io.OutputStream;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.domain.PreparationReading;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The comparison of the next plan with this one as files, for the current user or for a meeting. */
@Component
class ComparedPapers {

    private final PreparationReading reading;
    private final OrganisationSettings settings;
    private final Speaking speaking;
    private final String base;

    ComparedPapers(
            PreparationReading reading,
            OrganisationSettings settings,
            Speaking speaking,
            @Value("${convergence.base-url}") String base) {
        this.reading = reading;
        this.settings = settings;
        this.speaking = speaking;
        this.base = base;
    }

    ComparedPages of(PlanId plan, Words t) {
        return new ComparedPages(reading.compared(plan), t);
    }

    /** In the organisation's first language, for its bodies. */
    ComparedPages forAll(PlanId plan) {
        return of(plan, speaking.toAll());
    }

    void write(ComparedPages pages, Rendering rendering, OutputStream out) {
        rendering.write(pages.paper(settings.current().name()), pages.words(), Edition.at(base), out);
    }
}
