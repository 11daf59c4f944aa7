package org.convergence.advocacy.urgentaction.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Records an urgent action that was sent as a realisation of its line, once for each action, with the organisations that
 * signed: it is in their leaflets. It is withdrawn and restored with the action.
 */
@Component
record UrgentActionRealisationRecorder(
        RealisationRecorder realisations,
        WorkRecorder works,
        RealisationFacts facts,
        SignOnRepository signOns,
        UrgentActionRepository actions,
        RecipientWords words) {

    /** Under its public title: the title for the team stays with the team. */
    void record(UrgentAction action, LocalDate on) {
        Words t = words.forOrganisation();
        String title = actions.findWording(action.id())
                .textIn(t.language().code())
                .map(PublicText::title)
                .orElseThrow(() -> new IllegalStateException("an urgent action without public words"));
        realisations.record(RecordRealisationCommand.forLine(
                source(action),
                new RealisationDetails(
                        TextShortener.shorten(
                                t.say("urgentaction.realisation", action.code(), title),
                                RealisationDetails.LONGEST_TITLE),
                        RealisationKind.PUBLICATION,
                        DayRange.on(on),
                        Place.of(action.country()),
                        null,
                        signOns
                                .findByAction(
                                        action.id(),
                                        Set.of(SignOnState.CONFIRMED),
                                        RealisationDetails.MOST_ORGANISATIONS)
                                .stream()
                                .flatMap(each -> Stream.ofNullable(each.organisation()))
                                .collect(Collectors.toSet())),
                Amounts.UNKNOWN,
                action.line()));
    }

    /** Adds or removes an organisation that signed or withdrew, once the action was sent. */
    void updateSignatories(UrgentAction action) {
        realisations
                .findBySource(source(action))
                .map(id -> facts.findAllById(List.of(id)).get(0))
                .filter(fact -> fact.state() == RealisationState.DONE)
                .ifPresent(fact -> record(action, fact.happening().when().from()));
    }

    /** Withdraws the realisation of an action that is no longer public. */
    void withdraw(UrgentActionId action) {
        works.withdraw(source(action));
    }

    private static RealisationSource source(UrgentAction action) {
        return source(action.id());
    }

    private static RealisationSource source(UrgentActionId action) {
        String id = action.value().toString();
        return new RealisationSource("advocacy.urgentaction", "action", id, "/advocacy/urgentaction/" + id);
    }
}
