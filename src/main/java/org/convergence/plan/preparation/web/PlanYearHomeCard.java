package org.convergence.plan.preparation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.MidYearQueries;
import org.convergence.plan.preparation.domain.PlanYear;
import org.convergence.plan.preparation.domain.YearEndQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rhythm of a plan's year on the home page: one line in the weeks around its middle, one around its end. Each
 * disappears when everything behind it is settled.
 */
@Component
@Order(90)
@Requires(PreparationPermissions.PREPARE)
record PlanYearHomeCard(YearEndQueries ends, MidYearQueries middles) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        List<CardRow> rows = new ArrayList<>();
        ends.findCurrent()
                .filter(year -> year.report() != null)
                .ifPresent(year -> rows.add(row(
                        "year-end",
                        year.year(),
                        year.year().closesOn(),
                        t.say("preparation.year-end.card", year.count()),
                        t.say("preparation.year-end.act"),
                        t)));
        middles.findCurrent()
                .filter(review -> !review.lines().isEmpty())
                .ifPresent(review -> rows.add(row(
                        "mid-year",
                        review.year(),
                        review.year().reviewedBy(),
                        t.say("preparation.mid-year.card", review.lines().size()),
                        t.say("preparation.mid-year.act"),
                        t)));
        return rows.isEmpty() ? List.of() : List.of(Card.of(CardPart.WEEK, rows));
    }

    private CardRow row(String page, PlanYear year, LocalDate by, String what, String act, Words t) {
        UUID plan = year.plan().id().value();
        String url = PreparationTab.ROOM + plan + "/" + page;
        return new CardRow(
                "plan.preparation/" + page + "/" + plan,
                by,
                t.say("preparation.card.proposed", by),
                false,
                what,
                url,
                year.plan().title(),
                List.of(CardAction.link(act, url)));
    }
}
