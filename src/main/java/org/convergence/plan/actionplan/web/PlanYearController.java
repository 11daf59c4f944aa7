package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.DatedRealisation;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.web.PlanPage.PlanYearPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.Timeline;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The year view of a plan; a plan of several years is shown twelve months at a time. */
@Controller
record PlanYearController(PlanBoardQueries boards, PlanHeadAssembler headAssembler, OrganisationSettings settings) {

    private static final int MONTHS = 12;
    private static final int AT_ONCE = 15;

    /** The months that are shown. */
    private record ShownMonths(YearMonth first, int number) {

        LocalDate start() {
            return first.atDay(1);
        }

        LocalDate end() {
            return first.plusMonths(number).atDay(1).minusDays(1);
        }
    }

    @GetMapping("/plan/actionplan/{plan}/year")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView year(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable String from, Words t) {
        PlanBoard board = boards.board(plan);
        PlanHeader header = board.header();
        ShownMonths shown = months(header, from);
        Map<ActionId, List<DatedRealisation>> occasions =
                boards.findRealisations(header.id(), shown.start(), shown.end()).stream()
                        .collect(Collectors.groupingBy(DatedRealisation::action));
        var lines = new TimelineRowAssembler(board, occasions, t);
        List<PlanYearPage.YearObjective> parts = new ArrayList<>();
        for (ObjectiveProgress objective : board.progress().objectives()) {
            List<Timeline.TimelineRow> rows = lines.rowsOf(objective);
            if (!rows.isEmpty()) {
                String title = PlanFormatter.objective(objective.code(), objective.title(), t);
                var chart = new Timeline(
                        title, shown.first(), shown.number(), board.progress().asOf(), rows);
                parts.add(new PlanYearPage.YearObjective(chart.draw(t).figure(t)));
            }
        }
        return PageView.of(
                "plan/actionplan/year",
                new PlanYearPage(
                        headAssembler.assemble(header, "/year", t),
                        t.capital(t.period(shown.start(), shown.end())),
                        monthsAddress(
                                header,
                                shown.start().minusDays(1),
                                shown.first().minusMonths(MONTHS)),
                        monthsAddress(
                                header, shown.end().plusDays(1), shown.first().plusMonths(shown.number())),
                        parts,
                        legend(header, t),
                        lines.undated()));
    }

    private ShownMonths months(PlanHeader plan, @Nullable String from) {
        LocalDate today = settings.today();
        LocalDate start = plan.facts().from() == null
                ? settings.current().fiscalYearOf(today)
                : plan.facts().from();
        LocalDate end = plan.facts().to() == null
                ? start.plusYears(1).minusDays(1)
                : plan.facts().to();
        YearMonth first = YearMonth.from(start);
        int all = (int) ChronoUnit.MONTHS.between(first, YearMonth.from(end)) + 1;
        if (all <= AT_ONCE) {
            return new ShownMonths(first, all);
        }
        YearMonth wanted = from == null ? null : TextParser.month(from).orElse(null);
        if (wanted == null) {
            long years = today.isBefore(start) ? 0 : ChronoUnit.YEARS.between(start, today.isAfter(end) ? end : today);
            wanted = first.plusYears(years);
        }
        return new ShownMonths(wanted, MONTHS);
    }

    /** The address of other months of the plan; {@code null} outside its period. */
    private static @Nullable String monthsAddress(PlanHeader plan, LocalDate day, YearMonth first) {
        LocalDate from = plan.facts().from();
        LocalDate to = plan.facts().to();
        return from == null || to == null || day.isBefore(from) || day.isAfter(to)
                ? null
                : PlanHeadAssembler.url(plan, "/year?from=" + first);
    }

    private static List<PlanYearPage.LegendEntry> legend(PlanHeader plan, Words t) {
        if (plan.isDraft()) {
            return List.of();
        }
        return Stream.of(
                        ActionState.TO_COME,
                        ActionState.UNDER_WAY,
                        ActionState.DONE,
                        ActionState.LATE,
                        ActionState.POSTPONED)
                .map(state -> new PlanYearPage.LegendEntry(PlanFormatter.tone(state), PlanFormatter.state(state, t)))
                .toList();
    }

    /** The lines of an objective as rows of a timeline: windows, rhythms, realisations done and planned, late lines. */
    static final class TimelineRowAssembler {

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
            for (DatedRealisation occasion :
                    occasions.getOrDefault(action.line().id(), List.of())) {
                ChartTone tone = occasion.done() ? ChartTone.GREEN : ChartTone.BLUE;
                String words =
                        t.say(occasion.done() ? "actionplan.year.done" : "actionplan.year.planned", occasion.title());
                marks.add(new Timeline.TimelineMark(occasion.to(), tone, words));
            }
            LocalDate today = board.progress().asOf();
            if (action.state() == ActionState.LATE && spans.stream().noneMatch(span -> span.tone() == ChartTone.RED)) {
                marks.add(new Timeline.TimelineMark(
                        today, ChartTone.RED, t.say("actionplan.state.LATE"), t.say("actionplan.year.no-date")));
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
                return List.of(new Timeline.TimelineSpan(
                        from, to, tone(action.state()), words, t.period(facts.from(), facts.to())));
            }
            LocalDate since = followed.rhythmSince();
            if (times == null) {
                return List.of();
            }
            LocalDate start = since != null && since.isAfter(from) && !since.isAfter(to) ? since : from;
            return List.of(new Timeline.TimelineSpan(
                    start, to, tone(action.state()), words, t.say("actionplan.year.no-date")));
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
}
