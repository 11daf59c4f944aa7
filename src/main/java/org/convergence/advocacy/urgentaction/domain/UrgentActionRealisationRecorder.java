package org.convergence.advocacy.urgentaction.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Records an urgent action that was sent as a realisation of its line, once for each action. */
@Component
class UrgentActionRealisationRecorder {

    private final RealisationRecorder realisations;
    private final ActionPlans plans;
    private final RecipientWords words;

    UrgentActionRealisationRecorder(RealisationRecorder realisations, ActionPlans plans, RecipientWords words) {
        this.realisations = realisations;
        this.plans = plans;
        this.words = words;
    }

    /** Under its public title: the title for the team stays with the team. */
    void record(UrgentAction action, PublicWording wording, LocalDate on) {
        Words t = words.forOrganisation();
        String title = wording.textIn(t.language().code())
                .map(PublicText::title)
                .orElseThrow(() -> new IllegalStateException("an urgent action without public words"));
        String id = action.id().value().toString();
        ActionId line = action.line();
        realisations.record(RecordRealisationCommand.done(
                new RealisationSource("advocacy.urgentaction", "action", id, "/advocacy/urgentaction/" + id),
                new RealisationDetails(
                        TextShortener.shorten(
                                t.say("urgentaction.realisation", action.code(), title),
                                RealisationDetails.LONGEST_TITLE),
                        RealisationKind.PUBLICATION,
                        DayRange.on(on),
                        Place.of(action.country()),
                        null,
                        Set.of()),
                Amounts.UNKNOWN,
                PlanAttribution.serving(
                        line == null
                                ? Set.of()
                                : plans.findLinesById(List.of(line)).keySet())));
    }
}
