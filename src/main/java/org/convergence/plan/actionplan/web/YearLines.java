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
import org.convergence.plan.actionplan.Occasion;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.PlanProgress.OfObjective;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.chart.Timeline;
import org.convergence.platform.chart.Tone;
import org.convergence.platform.text.Words;

/** The lines of an objective as rows of a timeline: windows, rhythms, realisations done and planned, late lines. */
final class YearLines {

    private final PlanBoard board;
    private final Map<ActionId, List<Occasion>> occasions;
    private final Words t;
    private int undated;

    YearLines(PlanBoard board, Map<ActionId, List<Occasion>> occasions, Words t) {
        this.board = board;
        this.occasions = occasions;
        this.t = t;
    }

    /** The number of lines so far with nothing to show. */
    int undated() {
        return undated;
    }

    List<Timeline.Row> of(OfObjective objective) {
        List<Timeline.Row> rows = new ArrayList<>();
        for (OfMeans means : objective.means()) {
            for (OfAction action : means.actions()) {
                Stream.concat(Stream.of(action), action.subActions().stream())
                        .filter(each -> !each.line().dropped())
                        .forEach(each -> row(each).ifPresentOrElse(rows::add, () -> undated++));
            }
        }
        return rows;
    }

    private Optional<Timeline.Row> row(OfAction action) {
        Followed followed =
                Objects.requireNonNull(board.followed().get(action.line().id()));
        List<Timeline.Span> spans = spans(action, followed);
        List<Timeline.Mark> marks = new ArrayList<>();
        for (Occasion occasion : occasions.getOrDefault(action.line().id(), List.of())) {
            Tone tone = occasion.done() ? Tone.GREEN : Tone.BLUE;
            String words =
                    t.say(occasion.done() ? "actionplan.year.done" : "actionplan.year.planned", occasion.title());
            marks.add(new Timeline.Mark(occasion.to(), tone, words));
        }
        LocalDate today = board.progress().asOf();
        if (action.state() == ActionState.LATE && spans.stream().noneMatch(span -> span.tone() == Tone.RED)) {
            marks.add(new Timeline.Mark(today, Tone.RED, t.say("actionplan.state.LATE")));
        }
        return spans.isEmpty() && marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Timeline.Row(action.line().label(), spans, marks));
    }

    /** Its window in the colour of its state; without one, the plan's period from the start of its rhythm. */
    private List<Timeline.Span> spans(OfAction action, Followed followed) {
        var facts = followed.facts();
        var plan = board.header().facts();
        LocalDate from = facts.from() == null ? plan.from() : facts.from();
        LocalDate to = facts.to() == null ? plan.to() : facts.to();
        Integer times = facts.timesPerYear();
        if (from == null || to == null || to.isBefore(from)) {
            return List.of();
        }
        String state = board.header().isDraft() ? "" : Saying.state(action.state(), t);
        String rhythm = times == null ? "" : t.capital(Saying.rhythm(times, t));
        String words = Stream.of(rhythm, state)
                .filter(each -> !each.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse(t.say("actionplan.year.window"));
        if (facts.from() != null || facts.to() != null) {
            return List.of(new Timeline.Span(from, to, tone(action.state()), words));
        }
        LocalDate since = followed.rhythmSince();
        if (times == null) {
            return List.of();
        }
        LocalDate start = since != null && since.isAfter(from) && !since.isAfter(to) ? since : from;
        return List.of(new Timeline.Span(start, to, tone(action.state()), words));
    }

    private Tone tone(ActionState state) {
        if (board.header().isDraft()) {
            return Tone.MUTED;
        }
        return switch (state) {
            case DONE -> Tone.GREEN;
            case UNDER_WAY -> Tone.BLUE;
            case LATE -> Tone.RED;
            case POSTPONED -> Tone.AMBER;
            case TO_COME, NO_REQUEST, DROPPED -> Tone.MUTED;
        };
    }
}
