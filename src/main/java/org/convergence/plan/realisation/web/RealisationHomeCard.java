package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationRow;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The cards of the home page: planned realisations that the actor may confirm, and the latest done ones. */
@Component
@Order(10)
@Requires(RealisationPermissions.READ)
record RealisationHomeCard(RealisationListQueries realisationListQueries, OrganisationSettings settings)
        implements HomeCard {

    private static final int LAST = 4;

    @Override
    public List<Card> show(Words t) {
        List<Card> cards = new ArrayList<>();
        Actor actor = CurrentActor.get();
        if (actor.may(RealisationPermissions.RECORD)) {
            var due = RealisationFilter.in(RealisationState.PLANNED, settings.today());
            cards.add(Card.of(
                    CardPart.HAPPENED,
                    realisationListQueries.findLatest(due, MOST).stream()
                            .filter(line -> mayConfirm(line, actor))
                            .map(line -> row(line, acts(line, t), t))
                            .toList()));
        }
        var done = RealisationFilter.in(RealisationState.DONE, null);
        List<CardRow> rows = realisationListQueries.findLatest(done, LAST).stream()
                .map(line -> row(line, line.codes().isEmpty() ? attribution(line, actor, t) : List.of(), t))
                .toList();
        if (!rows.isEmpty()) {
            CardAction more = CardAction.link(t.say("shell.see-all"), RealisationPage.LIST);
            cards.add(Card.of(CardPart.NEWS, t.say("realisation.today.last"), rows, more));
        }
        return cards;
    }

    /** Whether the actor may confirm it; one from another module is confirmed there. */
    static boolean mayConfirm(RealisationRow line, Actor actor) {
        return line.sourceUrl() == null
                && (actor.may(RealisationPermissions.EDIT) || line.recordedBy().equals(actor.id()));
    }

    private CardRow row(RealisationRow line, List<CardAction> acts, Words t) {
        return new CardRow(
                "plan.realisation/realisation/" + line.id().value(),
                line.when().to(),
                t.capital(t.ago(line.when().to(), settings.today())),
                false,
                line.title(),
                RealisationPage.url(line.id(), ""),
                detail(line, t),
                acts);
    }

    private static String detail(RealisationRow line, Words t) {
        List<String> parts = new ArrayList<>();
        line.codes().stream().filter(code -> !code.isEmpty()).forEach(parts::add);
        String codes = String.join(", ", parts);
        return codes.isEmpty()
                ? RealisationListPage.RealisationListRow.detail(line, t)
                : codes + " · " + RealisationListPage.RealisationListRow.detail(line, t);
    }

    /** What serves no line of the plan would be missing in every report. */
    private static List<CardAction> attribution(RealisationRow line, Actor actor, Words t) {
        return actor.may(RealisationPermissions.EDIT)
                ? List.of(CardAction.link(
                        t.say("realisation.today.attribute"), RealisationPage.url(line.id(), "/edit") + "#f-actions"))
                : List.of();
    }

    private static List<CardAction> acts(RealisationRow line, Words t) {
        return List.of(
                CardAction.link(t.say("realisation.new"), RealisationPage.url(line.id(), "/done?from=/")),
                CardAction.link(t.say("realisation.today.postponed"), RealisationPage.url(line.id(), "/edit")),
                CardAction.link(t.say("realisation.today.not"), RealisationPage.url(line.id(), "/withdraw")));
    }
}
