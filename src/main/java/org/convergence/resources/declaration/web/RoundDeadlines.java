package org.convergence.resources.declaration.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.domain.Round;
import org.convergence.resources.declaration.domain.RoundQueries;
import org.convergence.resources.declaration.domain.RoundService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Home cards and deadlines of rounds: approval, a week ahead, and silent organisations to remind. */
@Component
@Order(60)
@Requires(DeclarationPermissions.READ)
record RoundDeadlines(
        RoundService rounds, RoundQueries roundQueries, RoundPageAssembler pages, OrganisationSettings settings)
        implements HomeCard, DeadlineSource {

    private static final int DAYS_AHEAD = 7;

    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        List<CardRow> week = new ArrayList<>();
        List<CardRow> rows = new ArrayList<>();
        boolean approves = CurrentActor.get().may(DeclarationPermissions.APPROVE);
        for (Round round : rounds.findAll()) {
            if (approves && awaitsApproval(round, today)) {
                Deadline due = deadline(round, round.asksOn(), "approve", "declaration.due.approve", t);
                week.add(due.toRow(CardAction.link(t.say("declaration.due.see"), due.url()), today, t));
            }
            int silent = pages.isOpen(round) ? roundQueries.countSilent(round) : 0;
            if (silent > 0) {
                String url = RoundPage.url(round);
                rows.add(new CardRow(
                        key(round) + "/silent",
                        round.asksOn(),
                        t.capital(t.ago(round.asksOn(), today)),
                        false,
                        t.say("declaration.silent", silent, round.countedOn()),
                        url,
                        null,
                        List.of(CardAction.link(
                                t.say(
                                        roundQueries.mayRemind(round)
                                                ? "declaration.silent.remind"
                                                : "declaration.silent.see"),
                                url))));
            }
        }
        return List.of(Card.of(CardPart.WEEK, week), Card.of(CardPart.WAITING, rows));
    }

    private static boolean awaitsApproval(Round round, LocalDate today) {
        return !round.isApproved()
                && !round.asksOn().isAfter(today.plusDays(DAYS_AHEAD))
                && !round.closesOn().isBefore(today);
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        List<Deadline> due = new ArrayList<>();
        for (Round round : rounds.findAll()) {
            if (!round.isApproved() && within(round.asksOn(), from, to)) {
                due.add(deadline(round, round.asksOn(), "approve", "declaration.due.approve", t));
            }
            if (round.isApproved() && within(round.closesOn(), from, to) && awaitsAnswers(round)) {
                due.add(deadline(round, round.closesOn(), "close", "declaration.due.close", t));
            }
        }
        return due;
    }

    /** Whether it is open, and not yet asked or not yet answered by all. */
    private boolean awaitsAnswers(Round round) {
        return pages.isOpen(round) && (round.asksOn().isAfter(settings.today()) || roundQueries.countSilent(round) > 0);
    }

    private static Deadline deadline(Round round, LocalDate day, String what, String message, Words t) {
        return Deadline.on(
                day,
                key(round) + "/" + what,
                t.say(message, round.countedOn()),
                RoundPage.url(round),
                DeadlineOwner.TEAM);
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static String key(Round round) {
        return "resources.declaration/round/" + round.id();
    }
}
