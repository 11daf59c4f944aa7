package org.convergence.cooperation.project.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.PeriodValuesService;
import org.convergence.cooperation.project.domain.PeriodValuesService.SheetOutcome;
import org.convergence.cooperation.project.domain.PeriodValuesService.TypedValue;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.web.ResultsPage.PeriodSheetPage;
import org.convergence.cooperation.project.web.ResultsPage.PeriodSheetRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The values of all indicators of a period on one sheet, and as a file. */
@Controller
@RequestMapping("/cooperation/project/{id}/results/periods/{period}")
@Requires(ProjectPermissions.EDIT)
record PeriodSheetController(
        ProjectQueries projects, MeasurementQueries queries, ProjectResults results, PeriodValuesService values) {

    private static final List<ListColumn<IndicatorResult>> COLUMNS = List.of(
            ListColumn.of(
                    "project.framework.indicator", each -> each.indicator().wording()),
            ListColumn.of("project.indicator.unit", each -> each.indicator().unit()),
            ListColumn.of("project.results.target", each -> amount(each.target())),
            ListColumn.of("project.results.actual", each -> amount(each.actual())),
            ListColumn.of("project.figure.women", each -> people(each, PeopleBySex::women)),
            ListColumn.of("project.figure.men", each -> people(each, PeopleBySex::men)),
            ListColumn.of("project.figure.other", each -> people(each, PeopleBySex::other)),
            ListColumn.of("project.figure.not-stated", each -> people(each, PeopleBySex::notStated)),
            ListColumn.of("project.figure.whole", each -> whole(each.actual())),
            ListColumn.formatted(
                    "project.value.state",
                    (each, t) -> each.actual() == null ? "" : t.say(each.state().key())),
            ListColumn.of(
                    "project.value.explanation",
                    each -> each.row() == null ? "" : each.row().explanation()));

    static String url(ProjectId project, ProjectPeriodId period) {
        return ResultsController.url(project) + "/periods/" + period.value();
    }

    /** The number, the percentage of a ratio, the total of people, or the words. */
    private static @Nullable Object amount(@Nullable IndicatorFigure figure) {
        return figure == null
                ? null
                : figure.words() != null ? figure.words() : figure.amount().orElse(null);
    }

    private static @Nullable BigDecimal whole(@Nullable IndicatorFigure figure) {
        return figure == null ? null : figure.denominator();
    }

    private static @Nullable Integer people(IndicatorResult it, Function<PeopleBySex, Integer> cell) {
        PeopleBySex people = it.actual() == null ? null : it.actual().people();
        return people == null ? null : cell.apply(people);
    }

    @GetMapping("/sheet")
    ModelAndView show(@PathVariable ProjectId id, @PathVariable ProjectPeriodId period, Words t) {
        Form form = Form.blank();
        for (IndicatorResult each : results.findPeriod(id, period)) {
            if (each.isEnterable()) {
                FigureForm.fill(form, prefix(each.indicator()), each.stored());
                form.with(opened(each.indicator()), IndicatorFigure.mark(each.stored()));
            }
        }
        return page(id, period, form, t);
    }

    private static String prefix(IndicatorRow indicator) {
        return "v-" + indicator.id().value();
    }

    /** The hidden control with the value on which the sheet was opened. */
    private static String opened(IndicatorRow indicator) {
        return prefix(indicator) + ".opened";
    }

    private ModelAndView page(ProjectId id, ProjectPeriodId period, Form form, Words t) {
        return PageView.of(
                "cooperation/project/sheet",
                new PeriodSheetPage(
                        url(id, period) + "/sheet",
                        ResultsController.url(id) + "?period=" + period.value(),
                        projects.findById(id).title(),
                        ProjectFormatter.period(queries.findPeriod(id, period), t),
                        results.findPeriod(id, period).stream()
                                .map(each -> row(each, form, t))
                                .toList(),
                        form));
    }

    /** A row keeps its cells while they hold what was typed, also once its value is submitted. */
    private static PeriodSheetRow row(IndicatorResult it, Form form, Words t) {
        IndicatorRow indicator = it.indicator();
        return new PeriodSheetRow(
                prefix(indicator),
                indicator.wording(),
                ProjectFormatter.figure(it.target(), indicator.unit(), t),
                ProjectFormatter.figure(it.actual(), indicator.unit(), t),
                indicator.rule() == null ? t.say(it.state().key()) : t.say("project.sheet.fed"),
                it.isEnterable() || !form.values(opened(indicator)).isEmpty(),
                indicator.kind() == IndicatorKind.QUALITATIVE,
                indicator.kind() == IndicatorKind.RATIO,
                indicator.bySex(),
                controls(indicator));
    }

    private static Map<String, String> controls(IndicatorRow indicator) {
        Map<String, String> controls = new LinkedHashMap<>();
        List<Disaggregation> dimensions = indicator.disaggregations();
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            for (int cell = 0; cell < dimensions.get(dimension).cells().size(); cell++) {
                controls.put(
                        dimensions.get(dimension).label(cell),
                        FigureForm.cellName(dimension, cell).substring(1));
            }
        }
        return controls;
    }

    /** The columns of a file: those of all periods, and one for each cell of the dimensions that its indicators have. */
    private static List<ListColumn<IndicatorResult>> columns(List<IndicatorResult> rows, Words t) {
        Map<String, ListColumn<IndicatorResult>> cells = new LinkedHashMap<>();
        for (IndicatorResult each : rows) {
            for (Disaggregation dimension : each.indicator().disaggregations()) {
                for (int cell = 0; cell <= dimension.cells().size(); cell++) {
                    int place = cell;
                    String name = dimension.name();
                    String label = cell < dimension.cells().size()
                            ? dimension.cells().get(cell)
                            : t.say("project.figure.not-stated");
                    cells.putIfAbsent(
                            name + " – " + label,
                            ListColumn.titled(name + " – " + label, row -> cell(row, name, label, place)));
                }
            }
        }
        List<ListColumn<IndicatorResult>> all = new ArrayList<>(COLUMNS);
        all.addAll(COLUMNS.size() - 3, cells.values());
        return all;
    }

    /** The number in a cell; {@code null} if the indicator has no such cell, or no value. */
    private static @Nullable BigDecimal cell(IndicatorResult it, String name, String label, int last) {
        List<Disaggregation> dimensions = it.indicator().disaggregations();
        IndicatorFigure actual = it.actual();
        for (int dimension = 0; actual != null && dimension < dimensions.size(); dimension++) {
            if (dimensions.get(dimension).name().equals(name)) {
                int cell = dimensions.get(dimension).cells().indexOf(label);
                return cell >= 0
                        ? actual.cell(dimension, cell)
                        : last == dimensions.get(dimension).cells().size() ? actual.notStated(dimension) : null;
            }
        }
        return null;
    }

    @PostMapping("/sheet")
    ModelAndView enter(@PathVariable ProjectId id, @PathVariable ProjectPeriodId period, Form form, Words t) {
        List<IndicatorRow> indicators = queries.findIndicators(id);
        return form.submit(
                answers -> indicators.stream()
                        .filter(each -> !form.values(opened(each)).isEmpty())
                        .map(each -> read(answers, each))
                        .toList(),
                typed -> {
                    SheetOutcome outcome = values.enter(id, period, typed);
                    return outcome.conflicts().isEmpty()
                            ? SeeOther.to(ResultsController.url(id) + "?period=" + period.value())
                                    .withNotice("project.sheet.entered", outcome.entered())
                            : conflict(id, period, form, typed, outcome, t);
                },
                () -> page(id, period, form, t));
    }

    /** The sheet with all present values, where what was typed stays, beside the value of another person. */
    private ModelAndView conflict(
            ProjectId id, ProjectPeriodId period, Form form, List<TypedValue> typed, SheetOutcome outcome, Words t) {
        form.refuse("project.sheet.conflict");
        for (IndicatorResult each : results.findPeriod(id, period)) {
            IndicatorRow indicator = each.indicator();
            if (form.values(opened(indicator)).isEmpty()) {
                continue;
            }
            form.with(opened(indicator), IndicatorFigure.mark(each.stored()));
            if (outcome.conflicts().contains(indicator.id())) {
                form.reject(
                        prefix(indicator) + (indicator.kind() == IndicatorKind.QUALITATIVE ? ".words" : ".number"),
                        "project.sheet.theirs",
                        each.stored() == null ? "–" : ProjectFormatter.figure(each.stored(), indicator.unit(), t));
            } else if (typed.stream()
                    .allMatch(it -> it.isUntouched() || !it.indicator().equals(indicator.id()))) {
                FigureForm.refill(form, prefix(indicator), each.stored());
            }
        }
        ModelAndView sheet = page(id, period, form, t);
        sheet.setStatus(HttpStatus.CONFLICT);
        return sheet;
    }

    private static TypedValue read(FormValues answers, IndicatorRow indicator) {
        return new TypedValue(
                indicator.id(),
                answers.form().value(opened(indicator)),
                FigureForm.read(answers, prefix(indicator), indicator));
    }

    @GetMapping("/export.{format}")
    @Requires(ProjectPermissions.READ)
    void export(
            @PathVariable ProjectId id,
            @PathVariable ProjectPeriodId period,
            @PathVariable String format,
            Words t,
            HttpServletResponse response)
            throws IOException {
        String title = projects.findById(id).title();
        List<IndicatorResult> rows = results.findPeriod(id, period);
        ListView.write(
                format,
                Slug.of(title) + "-" + queries.findPeriod(id, period).endsOn(),
                title,
                columns(rows, t),
                rows.iterator(),
                t,
                response);
    }
}
