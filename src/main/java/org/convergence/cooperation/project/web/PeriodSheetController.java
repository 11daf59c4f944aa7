package org.convergence.cooperation.project.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.PeriodValuesService;
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
                String prefix = prefix(each.indicator());
                FigureForm.fill(form, prefix, each.stored());
                form.with(
                        prefix + ".version", each.row() == null ? 0 : each.row().version());
            }
        }
        return page(id, period, form, t);
    }

    private static String prefix(IndicatorRow indicator) {
        return "v-" + indicator.id().value();
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
                                .map(each -> row(each, t))
                                .toList(),
                        form));
    }

    private static PeriodSheetRow row(IndicatorResult it, Words t) {
        IndicatorRow indicator = it.indicator();
        return new PeriodSheetRow(
                prefix(indicator),
                indicator.wording(),
                ProjectFormatter.figure(it.target(), indicator.unit(), t),
                ProjectFormatter.figure(it.actual(), indicator.unit(), t),
                indicator.rule() == null ? t.say(it.state().key()) : t.say("project.sheet.fed"),
                it.isEnterable(),
                indicator.kind() == IndicatorKind.QUALITATIVE,
                indicator.kind() == IndicatorKind.RATIO,
                indicator.bySex());
    }

    @PostMapping("/sheet")
    ModelAndView enter(@PathVariable ProjectId id, @PathVariable ProjectPeriodId period, Form form, Words t) {
        List<IndicatorRow> indicators = queries.findIndicators(id);
        return form.submit(
                answers -> indicators.stream()
                        .filter(each -> form.filled(prefix(each) + ".version"))
                        .map(each -> read(answers, each))
                        .toList(),
                typed -> SeeOther.to(ResultsController.url(id) + "?period=" + period.value())
                        .withNotice("project.sheet.entered", values.enter(id, period, typed)),
                () -> page(id, period, form, t));
    }

    private static TypedValue read(FormValues answers, IndicatorRow indicator) {
        String prefix = prefix(indicator);
        return new TypedValue(
                indicator.id(),
                Objects.requireNonNullElse(
                        answers.optionalWholeNumber(prefix + ".version", 0, Integer.MAX_VALUE - 1), 0),
                FigureForm.read(answers, prefix, indicator.kind(), indicator.bySex()));
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
        ListView.write(
                format,
                Slug.of(title) + "-" + queries.findPeriod(id, period).endsOn(),
                title,
                COLUMNS,
                results.findPeriod(id, period).iterator(),
                t,
                response);
    }
}
