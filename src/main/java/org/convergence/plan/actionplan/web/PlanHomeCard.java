package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.StateCounts;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The plan on the home page: actions due for the current user, for others and unassigned, quiet means, and totals. */
@Component
class PlanHomeCard implements HomeCard {

    private static final int QUIET_LINES = 3;

    private final RequestPlanBoardCache boards;
    private final DueRowAssembler dueRowAssembler;

    PlanHomeCard(RequestPlanBoardCache boards, DueRowAssembler dueRowAssembler) {
        this.boards = boards;
        this.dueRowAssembler = dueRowAssembler;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return ActionPlanPermissions.READ;
    }

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
        boards.findInForce().stream().findFirst().ifPresent(board -> cards.add(foot(board, t)));
        return cards;
    }

    /** Means without a realisation for some weeks although progress is expected. */
    private void quiet(List<Card> cards, Words t) {
        List<CardRow> rows = new ArrayList<>();
        for (PlanBoard board : boards.findInForce()) {
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
        StateCounts whole = PlanFormatter.totalCounts(board.progress());
        return new Card(
                CardPart.FOOT,
                null,
                List.of(),
                PlanFormatter.bar(whole),
                t.say("actionplan.whole", whole.total(), PlanFormatter.counts(whole, t)),
                CardAction.link(t.say("shell.see"), PlanHeadAssembler.url(board.header(), "")));
    }
}
