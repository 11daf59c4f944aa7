package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.CapacityQueries;
import org.convergence.plan.time.domain.OwnSheetQueries;
import org.convergence.plan.time.domain.SheetState;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On the home page: the rest of the actor's week and its promises; from Friday to Tuesday, the week to submit; and the
 * submitted weeks that await approval.
 */
@Component
@Order(30)
@Requires(TimePermissions.OWN)
record TimeHomeCard(CapacityQueries capacity, OwnSheetQueries sheets, OrganisationSettings settings)
        implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        List<Card> cards = new ArrayList<>();
        List<CardRow> week = new ArrayList<>();
        if (CurrentActor.get().personId() != null) {
            left(cards, t);
            toHandIn(week, cards, t);
        }
        cards.add(Card.of(CardPart.WEEK, week));
        return cards;
    }

    /** « Il vous reste 21 h cette semaine; 26 h sont promises. » */
    private void left(List<Card> cards, Words t) {
        CapacityQueries.RestOfWeek rest = capacity.ownWeek();
        if (rest.left().signum() > 0 || rest.promised().signum() > 0) {
            boolean over = rest.promised().compareTo(rest.left()) > 0;
            cards.add(Card.ofSentence(
                    CardPart.FIRST,
                    t.say("time.today.rest", hours(rest.left(), t), hours(rest.promised(), t), whole(rest.promised())),
                    over
                            ? CardAction.link(t.say("time.today.postpone"), TimeMenu.ROOM + "/capacity#waits")
                            : CardAction.link(t.say("time.today.see-week"), TimeMenu.ROOM + "/week")));
        }
    }

    /** Rounds hours to full hours, since promises are estimates. */
    private static String hours(BigDecimal hours, Words t) {
        return t.hours(whole(hours));
    }

    private static BigDecimal whole(BigDecimal hours) {
        return hours.setScale(0, RoundingMode.HALF_UP);
    }

    /** Adds the week to hand in: from Friday on the current one, on Monday and Tuesday the previous one. */
    private void toHandIn(List<CardRow> rows, List<Card> cards, Words t) {
        LocalDate today = settings.today();
        int day = today.getDayOfWeek().getValue();
        Week week = Week.of(today).plus(day <= 2 ? -1 : 0);
        OwnSheetQueries.SheetStates states = sheets.findSince(week.plus(-8));
        if (day != 3 && day != 4 && states.stateOf(week).isOpen()) {
            rows.add(new CardRow(
                    key(week),
                    week.sunday(),
                    t.say(day <= 2 ? "time.today.last-week" : "time.today.this-week"),
                    day <= 2,
                    sheetTitle(week, t),
                    WeekPageAssembler.url(week.toString()),
                    states.stateOf(week) == SheetState.RETURNED
                            ? t.say("time.state", SheetState.RETURNED.name())
                            : null,
                    List.of(CardAction.link(t.say("time.today.fill"), WeekPageAssembler.url(week.toString())))));
        }
        cards.add(Card.of(
                CardPart.WAITING,
                states.submitted().stream()
                        .map(each -> new CardRow(
                                null,
                                each.sunday(),
                                t.say("time.today.approval"),
                                false,
                                sheetTitle(each, t),
                                WeekPageAssembler.url(each.toString()),
                                null,
                                List.of()))
                        .toList()));
    }

    static String key(Week week) {
        return "plan.time/sheet/" + week;
    }

    /** « Feuille de temps, du 24 au 30 novembre ». */
    static String sheetTitle(Week week, Words t) {
        return t.say("time.today.sheet", t.period(week.monday(), week.sunday()));
    }
}
