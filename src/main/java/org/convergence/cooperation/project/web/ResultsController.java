package org.convergence.cooperation.project.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ResultRow;
import org.convergence.cooperation.project.domain.PeriodWindow;
import org.convergence.cooperation.project.domain.ProjectPeriodService;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.domain.ProjectResults.ResultsTable;
import org.convergence.cooperation.project.domain.ProjectTotals;
import org.convergence.cooperation.project.domain.ProjectTotals.IndicatorTotal;
import org.convergence.cooperation.project.domain.ProjectTotals.ProjectOverview;
import org.convergence.cooperation.project.web.ResultsPage.IndicatorValuePart;
import org.convergence.cooperation.project.web.ResultsPage.ResultGroup;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.chart.BarChart;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The results of a project by period, and its periods. */
@Controller
@RequestMapping("/cooperation/project/{id}/results")
@Requires(ProjectPermissions.EDIT)
record ResultsController(
        ProjectQueries projects,
        MeasurementQueries measurement,
        ProjectResults results,
        ProjectTotals totals,
        ProjectPeriodService periods,
        OrganisationSettings settings) {

    private static final String ALL = "all";

    static String url(ProjectId id) {
        return ProjectPage.url(id) + "/results";
    }

    @GetMapping
    @Requires(ProjectPermissions.READ)
    ModelAndView show(@PathVariable ProjectId id, Form asked, Words t) {
        ProjectRow project = projects.findById(id);
        LocalDate first = project.startsOn() == null ? settings.today() : project.startsOn();
        Form form = Form.blank().with("from", first).with("months", 6).with("count", 4);
        return page(project, asked.value("period"), asked.value("around"), form, t);
    }

    private ModelAndView page(ProjectRow project, String asked, String around, Form form, Words t) {
        List<ProjectPeriodRow> all = measurement.findPeriods(project.id());
        ProjectPeriodRow period = asked.equals(ALL) ? null : period(all, asked).orElse(null);
        PeriodWindow window =
                PeriodWindow.around(all, period == null ? named(all, around).orElse(null) : period, settings.today());
        ProjectOverview overview = period == null
                ? totals.find(project.id(), all, window.shown())
                : new ProjectOverview(results.findTable(project.id(), List.of(period)), Map.of());
        boolean edits = CurrentActor.get().may(ProjectPermissions.EDIT);
        return PageView.of(
                "cooperation/project/results",
                new ResultsPage(
                        ProjectPage.url(project.id()),
                        project.title(),
                        ProjectPage.tabs(project.id(), "results", t),
                        periodTabs(url(project.id()) + "?period=", window, period, t),
                        period == null
                                ? null
                                : url(project.id()) + "/periods/" + period.id().value(),
                        period != null && period.isLocked(),
                        edits && period != null && isUnused(overview.table()),
                        CurrentActor.get().may(ProjectPermissions.APPROVE),
                        groups(project, overview, period, t),
                        edits ? form : null));
    }

    /** The period asked for; else the current one, else the last that began, else the first. */
    private Optional<ProjectPeriodRow> period(List<ProjectPeriodRow> periods, String asked) {
        LocalDate today = settings.today();
        return named(periods, asked)
                .or(() -> periods.stream()
                        .filter(each -> !each.startsOn().isAfter(today))
                        .reduce((earlier, later) -> later))
                .or(() -> periods.stream().findFirst());
    }

    private static Optional<ProjectPeriodRow> named(List<ProjectPeriodRow> periods, String asked) {
        return periods.stream()
                .filter(each -> each.id().value().toString().equals(asked))
                .findFirst();
    }

    private static boolean isUnused(ResultsTable table) {
        return table.cells().stream().noneMatch(cell -> cell.row() != null);
    }

    private static List<Tab> periodTabs(
            String address, PeriodWindow window, @Nullable ProjectPeriodRow period, Words t) {
        String further = period == null ? address + ALL + "&around=" : address;
        List<Tab> tabs = new ArrayList<>();
        window.earlier()
                .ifPresent(each -> tabs.add(new Tab(
                        t.say("project.period.earlier"), further + each.id().value(), false)));
        for (ProjectPeriodRow each : window.shown()) {
            String label = ProjectFormatter.period(each, t);
            tabs.add(new Tab(
                    each.isLocked() ? t.say("project.period.locked", label) : label,
                    address + each.id().value(),
                    each.equals(period)));
        }
        window.later()
                .ifPresent(each -> tabs.add(new Tab(
                        t.say("project.period.later"), further + each.id().value(), false)));
        if (window.all().size() > 1) {
            tabs.add(new Tab(t.say("project.period.all"), address + ALL, period == null));
        }
        return tabs;
    }

    private List<ResultGroup> groups(
            ProjectRow project, ProjectOverview overview, @Nullable ProjectPeriodRow period, Words t) {
        ResultsTable table = overview.table();
        List<String> levels = ProjectFormatter.levels(project.levels(), t);
        Map<ResultId, List<IndicatorRow>> byResult =
                table.indicators().stream().collect(Collectors.groupingBy(IndicatorRow::result));
        Map<ProjectPeriodId, String> periods = period == null ? ProjectFormatter.periods(table, t) : Map.of();
        List<ResultGroup> groups = new ArrayList<>();
        for (ResultRow result : table.results()) {
            List<IndicatorRow> own = byResult.getOrDefault(result.id(), List.of());
            List<IndicatorValuePart> values = own.stream()
                    .map(each -> period == null
                            ? total(project.id(), overview, each, periods, t)
                            : part(project.id(), table.of(each).get(0), t))
                    .toList();
            if (!values.isEmpty()) {
                groups.add(new ResultGroup(
                        levels.get(result.level().position()),
                        result.statement(),
                        values,
                        period == null
                                ? own.stream()
                                        .flatMap(each -> trend(table, each, t).stream())
                                        .toList()
                                : List.of()));
            }
        }
        return groups;
    }

    /** The values by the first month of their period, drawn if there are two or more and all are whole numbers. */
    private static Optional<SafeHtml> trend(ResultsTable table, IndicatorRow indicator, Words t) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (IndicatorResult cell : table.of(indicator)) {
            BigDecimal amount =
                    cell.actual() == null ? null : cell.actual().amount().orElse(null);
            if (amount == null) {
                continue;
            }
            if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 0) {
                return Optional.empty();
            }
            bars.add(new BarChart.Bar(
                    t.capital(t.month(YearMonth.from(cell.period().startsOn()))), amount.longValue(), ChartTone.BLUE));
        }
        return bars.size() < 2
                ? Optional.empty()
                : Optional.of(new BarChart(indicator.wording(), t.say("project.results.actual"), bars)
                        .draw(t)
                        .figure(t));
    }

    private IndicatorValuePart total(
            ProjectId project,
            ProjectOverview overview,
            IndicatorRow indicator,
            Map<ProjectPeriodId, String> periods,
            Words t) {
        IndicatorTotal total = Objects.requireNonNull(overview.totals().get(indicator.id()));
        return new IndicatorValuePart(
                indicator.wording(),
                null,
                ProjectFormatter.figure(total.target(), indicator.unit(), t),
                ProjectFormatter.figure(total.actual(), indicator.unit(), t),
                ProjectFormatter.cells(total.actual(), indicator, t),
                total.open() == 0 ? null : t.say("project.results.not-approved", total.open()),
                total.standing().tone(),
                t.say(total.standing().key()),
                null,
                null,
                overview.table().of(indicator).stream()
                        .filter(cell -> cell.actual() != null)
                        .map(cell -> new Tab(
                                t.say(
                                        "project.results.part",
                                        periods.get(cell.period().id()),
                                        ProjectFormatter.figure(cell.actual(), indicator.unit(), t)),
                                url(project, cell),
                                false))
                        .toList());
    }

    static IndicatorValuePart part(ProjectId project, IndicatorResult cell, Words t) {
        IndicatorRow indicator = cell.indicator();
        return new IndicatorValuePart(
                indicator.wording(),
                url(project, cell),
                ProjectFormatter.figure(cell.target(), indicator.unit(), t),
                ProjectFormatter.figure(cell.actual(), indicator.unit(), t),
                ProjectFormatter.cells(cell.actual(), indicator, t),
                cell.since() == null
                        ? null
                        : t.say("project.value.since", ProjectFormatter.figure(cell.since(), indicator.unit(), t)),
                cell.standing().tone(),
                t.say(cell.standing().key()),
                cell.state().tone(),
                t.say(cell.state().key()),
                List.of());
    }

    private static String url(ProjectId project, IndicatorResult cell) {
        return url(project) + "/" + cell.indicator().id().value() + "/"
                + cell.period().id().value();
    }

    private record NewPeriods(LocalDate from, int months, int count) {}

    @PostMapping("/periods")
    ModelAndView addPeriods(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                answers -> new NewPeriods(
                        answers.get(ResultsPage.FROM), answers.get(ResultsPage.MONTHS), answers.get(ResultsPage.COUNT)),
                input -> {
                    periods.add(id, input.from(), input.months(), input.count());
                    return SeeOther.to(url(id)).withNotice("project.periods-added", input.count());
                },
                () -> page(projects.findById(id), "", "", form, t));
    }

    @PostMapping("/periods/{period}/lock")
    @Requires(ProjectPermissions.APPROVE)
    ModelAndView lock(@PathVariable ProjectId id, @PathVariable ProjectPeriodId period) {
        periods.lock(id, period);
        String url = url(id) + "/periods/" + period.value();
        return SeeOther.to(url(id) + "?period=" + period.value())
                .withNotice("project.locked")
                .withUndo(url + "/unlock");
    }

    @PostMapping("/periods/{period}/unlock")
    @Requires(ProjectPermissions.APPROVE)
    ModelAndView unlock(@PathVariable ProjectId id, @PathVariable ProjectPeriodId period) {
        periods.unlock(id, period);
        return SeeOther.to(url(id) + "?period=" + period.value()).withNotice("project.unlocked");
    }

    @PostMapping("/periods/{period}/remove")
    ModelAndView remove(@PathVariable ProjectId id, @PathVariable ProjectPeriodId period) {
        periods.remove(id, period);
        return SeeOther.to(url(id)).withNotice("project.period-removed");
    }
}
