package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.CapacityReading;
import org.convergence.plan.time.domain.OwnSheets;
import org.convergence.plan.time.domain.SheetState;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * On the home page: the rest of the actor's week and its promises; from Friday to Tuesday, the week to submit; and the
 * submitted weeks that await approval.
 */
@Component
class TimeCards implements HomeCard {

    private final CapacityReading capacity;
    private final OwnSheets sheets;
    private final OrganisationSettings settings;

    TimeCards(CapacityReading capacity, OwnSheets sheets, OrganisationSettings settings) {
        this.capacity = capacity;
        this.sheets = sheets;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return TimePermissions.OWN;
    }

    @Override
    public List<Card> show(Words t) {
        List<Card> cards = new ArrayList<>();
        List<Row> week = new ArrayList<>();
        if (CurrentActor.get().personId() != null) {
            left(cards, t);
            toHandIn(week, cards, t);
        }
        cards.add(Card.of(Part.WEEK, week));
        return cards;
    }

    /** « Il vous reste 21 h cette semaine; 26 h sont promises. » */
    private void left(List<Card> cards, Words t) {
        CapacityReading.Rest rest = capacity.ownWeek();
        if (rest.left().signum() > 0 || rest.promised().signum() > 0) {
            boolean over = rest.promised().compareTo(rest.left()) > 0;
            cards.add(Card.saying(
                    Part.FIRST,
                    t.say("time.today.rest", hours(rest.left(), t), hours(rest.promised(), t)),
                    over
                            ? Act.link(t.say("time.today.postpone"), TimeMenu.ROOM + "/capacity#waits")
                            : Act.link(t.say("time.today.see-week"), TimeMenu.ROOM + "/week")));
        }
    }

    /** To the hour: promises are estimates. */
    private static String hours(BigDecimal hours, Words t) {
        return t.hours(hours.setScale(0, RoundingMode.HALF_UP));
    }

    /** From Friday on the current week, on Monday and Tuesday the previous one. */
    private void toHandIn(List<Row> rows, List<Card> cards, Words t) {
        LocalDate today = settings.today();
        int day = today.getDayOfWeek().getValue();
        Week week = Week.of(today).plus(day <= 2 ? -1 : 0);
        OwnSheets.States states = sheets.since(week.plus(-8));
        if (day != 3 && day != 4 && states.of(week).isOpen()) {
            rows.add(new Row(
                    key(week),
                    week.sunday(),
                    t.say(day <= 2 ? "time.today.last-week" : "time.today.this-week"),
                    day <= 2,
                    sheet(week, t),
                    WeekPages.url(week.toString()),
                    states.of(week) == SheetState.RETURNED ? t.say("time.state", SheetState.RETURNED.name()) : null,
                    List.of(Act.link(t.say("time.today.fill"), WeekPages.url(week.toString())))));
        }
        cards.add(Card.of(
                Part.WAITING,
                states.submitted().stream()
                        .map(each -> new Row(
                                null,
                                each.sunday(),
                                t.say("time.today.approval"),
                                false,
                                sheet(each, t),
                                WeekPages.url(each.toString()),
                                null,
                                List.of()))
                        .toList()));
    }

    static String key(Week week) {
        return "plan.time/sheet/" + week;
    }

    /** « Feuille de temps, du 24 au 30 novembre ». */
    static String sheet(Week week, Words t) {
        return t.say("time.today.sheet", t.period(week.monday(), week.sunday()));
    }
}
