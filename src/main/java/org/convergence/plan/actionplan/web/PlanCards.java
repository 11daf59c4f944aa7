package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanProgress.Counts;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.Signal;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The plan on the home page: actions due for the current user, for others and unassigned, quiet means, and totals. */
@Component
class PlanCards implements HomeCard {

    private static final int QUIET_LINES = 3;

    private final BoardsToday boards;
    private final DueRows due;

    PlanCards(BoardsToday boards, DueRows due) {
        this.boards = boards;
        this.due = due;
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
                Part.WEEK,
                due.hers().stream().limit(MOST).map(line -> due.row(line, t)).toList()));
        if (CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP)) {
            cards.add(Card.of(
                    Part.WAITING,
                    due.others().stream()
                            .limit(MOST)
                            .map(line -> due.awaited(line, t))
                            .toList()));
            cards.add(Card.of(
                    Part.NOBODY,
                    due.nobodys().stream()
                            .limit(MOST)
                            .map(line -> due.free(line, t))
                            .toList()));
            quiet(cards, t);
        }
        boards.inForce().stream().findFirst().ifPresent(board -> cards.add(foot(board, t)));
        return cards;
    }

    /** Means without a realisation for some weeks although progress is expected. */
    private void quiet(List<Card> cards, Words t) {
        List<Row> rows = new ArrayList<>();
        for (PlanBoard board : boards.inForce()) {
            board.progress().objectives().stream()
                    .flatMap(objective -> objective.means().stream())
                    .filter(means -> means.signal() == Signal.QUIET)
                    .sorted((one, other) -> Integer.compare(other.quietWeeks(), one.quietWeeks()))
                    .forEach(means -> rows.add(quiet(board, means, t)));
        }
        int more = rows.size() - QUIET_LINES;
        if (!rows.isEmpty()) {
            cards.add(Card.of(
                    Part.NEWS,
                    t.say("actionplan.today.quiet"),
                    rows.stream().limit(QUIET_LINES).toList(),
                    more > 0 ? Act.link(t.say("actionplan.today.quiet.more", more), "/plan") : null));
        }
    }

    private static Row quiet(PlanBoard board, OfMeans means, Words t) {
        return new Row(
                null,
                means.lastDone(),
                Saying.signal(means, t),
                false,
                means.code() == null ? means.title() : means.code() + " " + means.title(),
                "/plan/actionplan/means/" + means.id().value(),
                board.header().facts().title() + " · " + Saying.counts(means.counts(), t),
                List.of());
    }

    /** The totals of the plan in force: « 63 actions : 18 faites, 22 en cours … ». */
    private static Card foot(PlanBoard board, Words t) {
        Counts whole = Saying.whole(board.progress());
        return new Card(
                Part.FOOT,
                null,
                List.of(),
                Saying.bar(whole),
                t.say("actionplan.whole", whole.total(), Saying.counts(whole, t)),
                Act.link(t.say("shell.see"), PlanTops.url(board.header(), "")));
    }
}
