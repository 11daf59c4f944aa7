package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.ProspectQueries;
import org.convergence.resources.prospect.domain.ProspectQueries.ProspectRow;
import org.convergence.resources.prospect.domain.ProspectQueries.ProspectTotals;
import org.convergence.resources.prospect.web.ProspectListPage.OwnProspectsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows directors the prospects that they follow, as the list that is mailed to them does, and the board the totals. */
@Controller
@Requires(ProspectPermissions.OWN)
record OwnProspectsController(ProspectQueries queries, OrganisationSettings settings) {

    static final String MINE = ProspectPage.LIST + "/mine";

    @GetMapping(MINE)
    ModelAndView show(Words t) {
        LocalDate today = settings.today();
        return PageView.of(
                "resources/prospect/mine",
                new OwnProspectsPage(
                        queries.findOwn().stream()
                                .map(each -> ProspectListController.item(each, today, t))
                                .toList(),
                        formatTotals(queries, t)));
    }

    private static @Nullable String formatTotals(ProspectQueries queries, Words t) {
        if (!CurrentActor.get().may(ProspectPermissions.TOTALS)) {
            return null;
        }
        ProspectTotals all = queries.count();
        return t.say("prospect.totals", all.ongoing(), all.late(), all.admitted(), all.declined());
    }

    /** Those of the actor, and the totals, on the home page of those who do not see the list of all. */
    @Component
    @Order(47)
    @Requires(ProspectPermissions.OWN)
    record OwnProspectsHomeCard(ProspectQueries queries, OrganisationSettings settings) implements HomeCard {

        @Override
        public List<Card> show(Words t) {
            if (CurrentActor.get().may(ProspectPermissions.READ)) {
                return List.of();
            }
            List<CardRow> rows = new ArrayList<>();
            queries.findOwn().stream().limit(MOST).forEach(each -> rows.add(row(each, t)));
            String totals = formatTotals(queries, t);
            return rows.isEmpty() && totals == null
                    ? List.of()
                    : List.of(new Card(
                            CardPart.NEWS,
                            t.say("prospect.card"),
                            rows,
                            List.of(),
                            totals,
                            CardAction.link(t.say("prospect.mine"), MINE)));
        }

        private CardRow row(ProspectRow row, Words t) {
            LocalDate today = settings.today();
            NextStep next = row.next();
            return new CardRow(
                    null,
                    next == null ? null : next.on(),
                    when(next, today, t),
                    next != null && next.isLate(today),
                    row.isOrganisation() ? t.say("prospect.due", row.name()) : t.say("prospect.due.person"),
                    MINE,
                    next == null ? null : next.gesture(),
                    List.of());
        }

        private static String when(@Nullable NextStep next, LocalDate today, Words t) {
            if (next == null) {
                return t.say("prospect.next.none");
            }
            return next.proposed() == null ? t.by(next.on(), today) : t.say("prospect.next.proposed-day", next.on());
        }
    }
}
