package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.DatedRealisation;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.Timeline;
import org.convergence.platform.text.Words;

/** The lines of an objective as rows of a timeline: windows, rhythms, realisations done and planned, late lines. */
final class TimelineRowAssembler {

    private final PlanBoard board;
    private final Map<ActionId, List<DatedRealisation>> occasions;
    private final Words t;
    private int undated;

    TimelineRowAssembler(PlanBoard board, Map<ActionId, List<DatedRealisation>> occasions, Words t) {
        this.board = board;
        this.occasions = occasions;
        this.t = t;
    }

    /** The number of lines so far with nothing to show. */
    int undated() {
        return undated;
    }

    List<Timeline.TimelineRow> rowsOf(ObjectiveProgress objective) {
        List<Timeline.TimelineRow> rows = new ArrayList<>();
        for (MeansProgress means : objective.means()) {
            for (ActionProgress action : means.actions()) {
                Stream.concat(Stream.of(action), action.subActions().stream())
                        .filter(each -> !each.line().dropped())
                        .forEach(each -> row(each).ifPresentOrElse(rows::add, () -> undated++));
            }
        }
        return rows;
    }

    private Optional<Timeline.TimelineRow> row(ActionProgress action) {
        FollowedAction followed =
                Objects.requireNonNull(board.followed().get(action.line().id()));
        List<Timeline.TimelineSpan> spans = spans(action, followed);
        List<Timeline.TimelineMark> marks = new ArrayList<>();
        for (DatedRealisation occasion : occasions.getOrDefault(action.line().id(), List.of())) {
            ChartTone tone = occasion.done() ? ChartTone.GREEN : ChartTone.BLUE;
            String words =
                    t.say(occasion.done() ? "actionplan.year.done" : "actionplan.year.planned", occasion.title());
            marks.add(new Timeline.TimelineMark(occasion.to(), tone, words));
        }
        LocalDate today = board.progress().asOf();
        if (action.state() == ActionState.LATE && spans.stream().noneMatch(span -> span.tone() == ChartTone.RED)) {
            marks.add(new Timeline.TimelineMark(today, ChartTone.RED, t.say("actionplan.state.LATE")));
        }
        return spans.isEmpty() && marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Timeline.TimelineRow(action.line().label(), spans, marks));
    }

    /** Its window in the colour of its state; without one, the plan's period from the start of its rhythm. */
    private List<Timeline.TimelineSpan> spans(ActionProgress action, FollowedAction followed) {
        var facts = followed.facts();
        var plan = board.header().facts();
        LocalDate from = facts.from() == null ? plan.from() : facts.from();
        LocalDate to = facts.to() == null ? plan.to() : facts.to();
        Integer times = facts.timesPerYear();
        if (from == null || to == null || to.isBefore(from)) {
            return List.of();
        }
        String state = board.header().isDraft() ? "" : PlanFormatter.state(action.state(), t);
        String rhythm = times == null ? "" : t.capital(PlanFormatter.rhythm(times, t));
        String words = Stream.of(rhythm, state)
                .filter(each -> !each.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse(t.say("actionplan.year.window"));
        if (facts.from() != null || facts.to() != null) {
            return List.of(new Timeline.TimelineSpan(from, to, tone(action.state()), words));
        }
        LocalDate since = followed.rhythmSince();
        if (times == null) {
            return List.of();
        }
        LocalDate start = since != null && since.isAfter(from) && !since.isAfter(to) ? since : from;
        return List.of(new Timeline.TimelineSpan(start, to, tone(action.state()), words));
    }

    private ChartTone tone(ActionState state) {
        if (board.header().isDraft()) {
            return ChartTone.MUTED;
        }
        return switch (state) {
            case DONE -> ChartTone.GREEN;
            case UNDER_WAY -> ChartTone.BLUE;
            case LATE -> ChartTone.RED;
            case POSTPONED -> ChartTone.AMBER;
            case TO_COME, NO_REQUEST, DROPPED -> ChartTone.MUTED;
        };
    }
}
