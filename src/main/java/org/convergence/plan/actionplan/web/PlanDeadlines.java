package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.StateCounts;
import org.convergence.plan.actionplan.domain.ActionPlanQueries;
import org.convergence.plan.actionplan.domain.DueLinePolicy;
import org.convergence.plan.actionplan.domain.DueLinePolicy.DueLine;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The plan on the home page (actions due for the current user, for others and unassigned, quiet means, totals) and in
 * calendars.
 */
@Component
@Order(20)
@Requires(ActionPlanPermissions.READ)
record PlanDeadlines(ActionPlanQueries plans, DueRowAssembler dueRowAssembler) implements HomeCard, DeadlineSource {

    private static final int QUIET_LINES = 3;

    @Override
    public List<Card> show(Words t) {
        List<Card> cards = new ArrayList<>();
        cards.add(Card.of(
                CardPart.WEEK,
                dueRowAssembler.findOwn().stream()
                        .limit(MOST)
                        .map(line -> dueRowAssembler.row(line, t))
                        .toList()));
        if (CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP)) {
            cards.add(Card.of(
                    CardPart.WAITING,
                    dueRowAssembler.findOthers().stream()
                            .limit(MOST)
                            .map(line -> dueRowAssembler.awaitedRow(line, t))
                            .toList()));
            cards.add(Card.of(
                    CardPart.NOBODY,
                    dueRowAssembler.findUnassigned().stream()
                            .limit(MOST)
                            .map(line -> dueRowAssembler.unassignedRow(line, t))
                            .toList()));
            quiet(cards, t);
        }
        plans.findBoardsInForce().stream().findFirst().ifPresent(board -> cards.add(foot(board, t)));
        return cards;
    }

    /** Means without a realisation for some weeks although progress is expected. */
    private void quiet(List<Card> cards, Words t) {
        List<CardRow> rows = new ArrayList<>();
        for (PlanBoard board : plans.findBoardsInForce()) {
            board.progress().objectives().stream()
                    .flatMap(objective -> objective.means().stream())
                    .filter(means -> means.signal() == MeansSignal.QUIET)
                    .sorted((one, other) -> Integer.compare(other.quietWeeks(), one.quietWeeks()))
                    .forEach(means -> rows.add(quiet(board, means, t)));
        }
        int more = rows.size() - QUIET_LINES;
        if (!rows.isEmpty()) {
            cards.add(Card.of(
                    CardPart.NEWS,
                    t.say("actionplan.today.quiet"),
                    rows.stream().limit(QUIET_LINES).toList(),
                    more > 0 ? CardAction.link(t.say("actionplan.today.quiet.more", more), "/plan") : null));
        }
    }

    private static CardRow quiet(PlanBoard board, MeansProgress means, Words t) {
        return new CardRow(
                null,
                means.lastDone(),
                PlanFormatter.signal(means, t),
                false,
                means.code() == null ? means.title() : means.code() + " " + means.title(),
                "/plan/actionplan/means/" + means.id().value(),
                board.header().facts().title() + " · " + PlanFormatter.counts(means.counts(), t),
                List.of());
    }

    /** The totals of the plan in force: « 63 actions : 18 faites, 22 en cours … ». */
    private static Card foot(PlanBoard board, Words t) {
        StateCounts whole = board.progress().totalCounts();
        return new Card(
                CardPart.FOOT,
                null,
                List.of(),
                PlanFormatter.bar(whole),
                t.say("actionplan.whole", whole.total(), PlanFormatter.counts(whole, t)),
                CardAction.link(t.say("shell.see"), PlanHeadAssembler.url(board.header(), "")));
    }

    /**
     * The ends of windows and the next steps of rhythms: the user's own actions whatever their commitment, unassigned
     * firm ones with the permission to follow up, all firm ones with the permission to adopt.
     */
    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return DueLinePolicy.findDated(plans.findBoardsInForce()).stream()
                .filter(due -> due.day() != null
                        && !due.day().isBefore(from)
                        && !due.day().isAfter(to))
                .filter(this::concernsActor)
                .map(due -> deadline(due, t))
                .toList();
    }

    private boolean concernsActor(DueLine due) {
        Actor actor = CurrentActor.get();
        return dueRowAssembler.isMine(due)
                || (due.isFirm()
                        && (actor.may(ActionPlanPermissions.ADOPT)
                                || (due.responsible() == null && actor.may(ActionPlanPermissions.FOLLOW_UP))));
    }

    private Deadline deadline(DueLine due, Words t) {
        return Deadline.on(
                Objects.requireNonNull(due.day()),
                DueRowAssembler.key(due) + (due.why() == DueLine.DueReason.ENDS ? "/end" : "/step"),
                t.say("actionplan.deadline." + due.why(), due.action().line().label()),
                DueRowAssembler.url(due),
                dueRowAssembler.isMine(due) ? DeadlineOwner.MINE : DeadlineOwner.TEAM);
    }
}
