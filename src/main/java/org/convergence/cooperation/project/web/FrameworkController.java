package org.convergence.cooperation.project.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.FrameworkCopyService;
import org.convergence.cooperation.project.domain.IndicatorService;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorFacts;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ResultRow;
import org.convergence.cooperation.project.domain.PeriodWindow;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectResults.ResultsTable;
import org.convergence.cooperation.project.domain.WordingPolicy;
import org.convergence.cooperation.project.web.ProjectPage.FrameworkPage;
import org.convergence.cooperation.project.web.ProjectPage.FrameworkPage.FrameworkPart;
import org.convergence.cooperation.project.web.ProjectPage.FrameworkPage.IndicatorFormPage;
import org.convergence.cooperation.project.web.ProjectPage.FrameworkPage.IndicatorPart;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.RealisationShareSource;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The measurement framework of a project, its file, and the form of one indicator (R-GAR-4). */
@Controller
@RequestMapping("/cooperation/project/{id}/framework")
@Requires(ProjectPermissions.EDIT)
record FrameworkController(
        IndicatorService indicators,
        MeasurementQueries queries,
        ProjectQueries projects,
        ProjectResults results,
        PlanLineOptions lines,
        ObjectProvider<RealisationShareSource> shares,
        FrameworkCopyService copies) {

    private static final int MOST_MODELS = 100;

    private static final List<ListColumn<FrameworkPart>> COLUMNS = List.of(
            ListColumn.of("project.framework.level", FrameworkPart::level),
            ListColumn.of("project.framework.result", FrameworkPart::result),
            column("project.framework.indicator", IndicatorPart::wording),
            column("project.framework.baseline", IndicatorPart::baseline),
            column("project.framework.targets", part -> String.join("\n", part.targets())),
            column("project.framework.source", IndicatorPart::source),
            column("project.framework.method", IndicatorPart::method),
            column("project.framework.frequency", IndicatorPart::frequency),
            column("project.framework.responsible", IndicatorPart::responsible));

    private static ListColumn<FrameworkPart> column(String label, Function<IndicatorPart, String> value) {
        return ListColumn.of(label, part -> part.indicator() == null ? null : value.apply(part.indicator()));
    }

    @GetMapping
    @Requires(ProjectPermissions.READ)
    ModelAndView show(@PathVariable ProjectId id, Words t) {
        return show(id, Form.blank(), t);
    }

    private ModelAndView show(ProjectId id, Form form, Words t) {
        ProjectRow project = projects.findById(id);
        PeriodWindow window = results.findWindow(id);
        List<FrameworkPart> rows = rows(project, results.findTargets(id, window.shown()), false, true, t);
        long missing = rows.stream().filter(row -> row.indicator() == null).count();
        boolean edits = CurrentActor.get().may(ProjectPermissions.EDIT);
        return PageView.of(
                "cooperation/project/framework",
                new FrameworkPage(
                        ProjectPage.url(id),
                        project.title(),
                        ProjectPage.tabs(id, "framework", t),
                        rows,
                        missing == 0 ? null : t.say("project.framework.missing", missing),
                        edits && !rows.isEmpty() ? url(id) + "/new" : null,
                        edits ? FrameworkImportController.URL + "/for/" + id.value() : null,
                        edits && rows.isEmpty()
                                ? projects.findModels(id, MOST_MODELS).stream()
                                        .map(each -> Option.of(each.id(), each.title()))
                                        .toList()
                                : List.of(),
                        form,
                        !rows.isEmpty(),
                        ProjectFormatter.targetsShown(window, t)));
    }

    private static String url(ProjectId id) {
        return ProjectPage.url(id) + "/framework";
    }

    /**
     * The framework by row.
     *
     * @param repeated whether each row names its result, as a file needs it
     * @param warns whether wordings are checked
     */
    static List<FrameworkPart> rows(ProjectRow project, ResultsTable table, boolean repeated, boolean warns, Words t) {
        List<String> levels = ProjectFormatter.levels(project.levels(), t);
        Map<ProjectPeriodId, String> periods = ProjectFormatter.periods(table, t);
        List<FrameworkPart> rows = new ArrayList<>();
        for (ResultRow result : measured(table.results())) {
            String level = levels.get(result.level().position());
            String add = url(project.id()) + "/new?result=" + result.id().value();
            List<IndicatorRow> own = table.indicators().stream()
                    .filter(each -> each.result().equals(result.id()))
                    .toList();
            if (own.isEmpty()) {
                rows.add(new FrameworkPart(level, result.statement(), add, null));
            }
            for (IndicatorRow indicator : own) {
                boolean names = repeated || indicator.equals(own.get(0));
                rows.add(new FrameworkPart(
                        names ? level : "",
                        names ? result.statement() : "",
                        add,
                        part(project, indicator, table, periods, warns, t)));
            }
        }
        return rows;
    }

    private static IndicatorPart part(
            ProjectRow project,
            IndicatorRow it,
            ResultsTable table,
            Map<ProjectPeriodId, String> periods,
            boolean warns,
            Words t) {
        String baseline = ProjectFormatter.figure(it.baseline(), it.unit(), t);
        List<String> targets = table.of(it).stream()
                .filter(cell -> cell.target() != null)
                .map(cell -> t.say(
                        "project.framework.target",
                        periods.get(cell.period().id()),
                        ProjectFormatter.figure(cell.target(), it.unit(), t)))
                .toList();
        return new IndicatorPart(
                url(project.id()) + "/" + it.id().value(),
                it.wording(),
                it.baselineYear() == null
                        ? baseline
                        : t.say(
                                "project.framework.baseline.year",
                                baseline,
                                it.baselineYear().toString()),
                targets,
                it.source(),
                it.method(),
                it.frequency(),
                it.responsible(),
                warns ? LogicModelController.warnings(it, t) : List.of());
    }

    @GetMapping("/export.{format}")
    @Requires(ProjectPermissions.READ)
    void export(@PathVariable ProjectId id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        ProjectRow project = projects.findById(id);
        String title = t.say("project.tab.framework");
        ListView.write(
                format,
                Slug.of(title + " " + project.title()),
                title,
                COLUMNS,
                rows(project, results.findTargets(id, queries.findPeriods(id)), true, true, t)
                        .iterator(),
                t,
                response);
    }

    @GetMapping("/new")
    ModelAndView open(@PathVariable ProjectId id, Form asked, Words t) {
        List<ResultRow> measured = measured(queries.findResults(id));
        Form form = Form.blank()
                .with("result", measured.size() == 1 ? measured.get(0).id() : asked.value("result"))
                .with(IndicatorForm.KIND.name(), IndicatorKind.QUANTITY)
                .with(IndicatorForm.ADDS_UP.name(), true);
        return formPage(id, null, form, t);
    }

    private static List<ResultRow> measured(List<ResultRow> results) {
        return results.stream().filter(each -> each.level().isMeasured()).toList();
    }

    @PostMapping("/new")
    ModelAndView add(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                IndicatorForm::read,
                facts -> {
                    indicators.add(id, facts);
                    return saved(id, facts);
                },
                () -> formPage(id, null, form, t));
    }

    private static SeeOther saved(ProjectId id, IndicatorFacts facts) {
        return WordingPolicy.checkIndicator(facts.kind(), facts.bySex(), facts.wording())
                        .isEmpty()
                ? SeeOther.to(url(id)).withNotice("project.indicator-saved")
                : SeeOther.to(url(id)).withWarning("project.indicator-saved.check");
    }

    @PostMapping("/copy")
    ModelAndView copy(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                answers -> new ProjectId(answers.id("model")),
                model -> {
                    copies.copy(id, model);
                    return SeeOther.to(url(id)).withNotice("project.framework-copied");
                },
                () -> show(id, form, t));
    }

    @GetMapping("/{indicator}")
    ModelAndView edit(@PathVariable ProjectId id, @PathVariable IndicatorId indicator, Words t) {
        return formPage(id, indicator, IndicatorForm.open(queries.findIndicator(id, indicator), t), t);
    }

    private record IndicatorCorrection(int version, IndicatorFacts facts) {}

    @PostMapping("/{indicator}")
    ModelAndView edit(@PathVariable ProjectId id, @PathVariable IndicatorId indicator, Form form, Words t) {
        return form.submit(
                answers -> new IndicatorCorrection(answers.version(), IndicatorForm.read(answers)),
                input -> {
                    indicators.correct(id, indicator, input.version(), input.facts());
                    return saved(id, input.facts());
                },
                () -> formPage(id, indicator, form, t));
    }

    private ModelAndView formPage(ProjectId id, @Nullable IndicatorId indicator, Form form, Words t) {
        ProjectRow project = projects.findById(id);
        List<String> levels = ProjectFormatter.levels(project.levels(), t);
        IndicatorKind kind = TextParser.constant(form.value(IndicatorForm.KIND.name()), IndicatorKind.class)
                .orElse(IndicatorKind.QUANTITY);
        return PageView.of(
                "cooperation/project/indicator-form",
                new IndicatorFormPage(
                        indicator == null ? "project.indicator.new" : "project.indicator.edit",
                        indicator == null ? url(id) + "/new" : url(id) + "/" + indicator.value(),
                        url(id),
                        project.title(),
                        form,
                        measured(queries.findResults(id)).stream()
                                .map(each -> Option.of(
                                        each.id(), levels.get(each.level().position()) + " – " + each.statement()))
                                .toList(),
                        lines.findByMeans(form, "feed.line"),
                        projects.findPartners(id).stream()
                                .filter(each -> each.organisation() != null)
                                .map(each -> Option.of(each.organisation(), each.name()))
                                .toList(),
                        shares.stream()
                                .flatMap(each -> each.findTopics().stream())
                                .map(each -> Option.of(each.id(), each.name()))
                                .toList(),
                        LogicModelController.warnings(
                                WordingPolicy.checkIndicator(
                                        kind,
                                        form.filled(IndicatorForm.BY_SEX.name()),
                                        form.value(IndicatorForm.WORDING.name())),
                                t),
                        indicator == null ? null : url(id) + "/" + indicator.value() + "/remove"));
    }

    @PostMapping("/{indicator}/remove")
    ModelAndView remove(@PathVariable ProjectId id, @PathVariable IndicatorId indicator) {
        indicators.remove(id, indicator);
        return SeeOther.to(url(id)).withNotice("project.indicator-removed");
    }
}
