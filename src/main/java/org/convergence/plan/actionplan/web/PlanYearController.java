package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.DatedRealisation;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
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
class PlanYearController {

    private static final int MONTHS = 12;
    private static final int AT_ONCE = 15;

    private final PlanBoardQueries boards;
    private final PlanHeadAssembler headAssembler;
    private final OrganisationSettings settings;

    PlanYearController(PlanBoardQueries boards, PlanHeadAssembler headAssembler, OrganisationSettings settings) {
        this.boards = boards;
        this.headAssembler = headAssembler;
        this.settings = settings;
    }

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
    ModelAndView year(@PathVariable UUID plan, @RequestParam(required = false) @Nullable String from, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
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
                parts.add(new PlanYearPage.YearObjective(title, chart.draw(t).figure(t)));
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
}
