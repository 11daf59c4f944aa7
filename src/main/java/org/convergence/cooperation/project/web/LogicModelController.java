package org.convergence.cooperation.project.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.cooperation.project.domain.LogicModelService;
import org.convergence.cooperation.project.domain.LogicModelService.ResultFacts;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ResultRow;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.WordingPolicy;
import org.convergence.cooperation.project.domain.WordingPolicy.WordingWarning;
import org.convergence.cooperation.project.web.ProjectPage.LogicModelPage;
import org.convergence.cooperation.project.web.ProjectPage.LogicModelPage.ResultFormPage;
import org.convergence.cooperation.project.web.ProjectPage.LogicModelPage.ResultPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.chart.TreeChart;
import org.convergence.platform.chart.TreeChart.TreeNode;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The logic model of a project, drawn and as an outline, and the form of one result. */
@Controller
@RequestMapping("/cooperation/project/{id}/logic")
@Requires(ProjectPermissions.EDIT)
record LogicModelController(LogicModelService models, MeasurementQueries queries, ProjectQueries projects) {

    @GetMapping
    @Requires(ProjectPermissions.READ)
    ModelAndView show(@PathVariable ProjectId id, Words t) {
        ProjectRow project = projects.findById(id);
        List<String> levels = ProjectFormatter.levels(project.levels(), t);
        List<ResultRow> results = queries.findResults(id);
        boolean edits = CurrentActor.get().may(ProjectPermissions.EDIT);
        return PageView.of(
                "cooperation/project/logic",
                new LogicModelPage(
                        project.title(),
                        ProjectPage.tabs(id, "logic", t),
                        results.isEmpty() ? null : draw(results, levels, t),
                        outline(id, results, levels, t),
                        edits ? url(id) + "/new" : null));
    }

    private static String url(ProjectId id) {
        return ProjectPage.url(id) + "/logic";
    }

    private static SafeHtml draw(List<ResultRow> results, List<String> levels, Words t) {
        Map<ResultId, Integer> places = new HashMap<>();
        List<TreeNode> nodes = new ArrayList<>();
        for (ResultRow row : results) {
            int parent = row.parent() == null ? -1 : Objects.requireNonNull(places.get(row.parent()));
            places.put(row.id(), nodes.size());
            nodes.add(new TreeNode(row.statement(), row.level().position(), parent));
        }
        return new TreeChart(t.say("project.logic.picture"), levels, nodes)
                .draw(t)
                .figure(t);
    }

    private static List<ResultPart> outline(ProjectId id, List<ResultRow> results, List<String> levels, Words t) {
        Map<ResultId, Integer> depths = new HashMap<>();
        List<ResultPart> parts = new ArrayList<>();
        for (ResultRow row : results) {
            int depth = row.parent() == null ? 1 : depths.getOrDefault(row.parent(), 0) + 1;
            depths.put(row.id(), depth);
            parts.add(new ResultPart(
                    url(id) + "/" + row.id().value(),
                    depth,
                    levels.get(row.level().position()),
                    row.statement(),
                    row.assumption(),
                    warnings(WordingPolicy.checkResult(row.level(), row.statement()), t)));
        }
        return parts;
    }

    /** What is to check in the wording and the baseline of an indicator. */
    static List<String> warnings(IndicatorRow it, Words t) {
        List<String> warnings =
                new ArrayList<>(warnings(WordingPolicy.checkIndicator(it.kind(), it.bySex(), it.wording()), t));
        if (it.bySex() && it.baseline() != null && it.baseline().people() == null) {
            warnings.add(t.say("project.wording.BASELINE"));
        }
        return warnings;
    }

    static List<String> warnings(Set<WordingWarning> warnings, Words t) {
        return warnings.stream().map(each -> t.say(each.key())).toList();
    }

    @GetMapping("/new")
    ModelAndView open(@PathVariable ProjectId id, Form asked, Words t) {
        List<ResultRow> results = queries.findResults(id);
        ResultLevel level = results.stream()
                .filter(each -> each.id().value().toString().equals(asked.value("parent")))
                .findFirst()
                .map(parent -> parent.level().next())
                .orElse(results.isEmpty() ? ResultLevel.ULTIMATE : ResultLevel.IMMEDIATE);
        Form form = Form.blank().with("level", level).with("parent", asked.value("parent"));
        return formPage(id, null, form, t);
    }

    @PostMapping("/new")
    ModelAndView add(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                LogicModelController::read,
                facts -> {
                    models.add(id, facts);
                    return saved(id, facts);
                },
                () -> formPage(id, null, form, t));
    }

    private static SeeOther saved(ProjectId id, ResultFacts facts) {
        SeeOther next = SeeOther.to(url(id));
        return WordingPolicy.checkResult(facts.level(), facts.statement()).isEmpty()
                ? next.withNotice("project.result-saved")
                : next.withWarning("project.result-saved.check");
    }

    static ResultFacts read(FormValues answers) {
        UUID parent = answers.optionalId("parent");
        return new ResultFacts(
                answers.choice("level", ResultLevel.class),
                parent == null ? null : new ResultId(parent),
                answers.text("statement", 500).replaceAll("\\s+", " "),
                Objects.requireNonNullElse(answers.optionalText("assumption", 500), ""));
    }

    @GetMapping("/{result}")
    ModelAndView edit(@PathVariable ProjectId id, @PathVariable ResultId result, Words t) {
        ResultRow row = queries.findResults(id).stream()
                .filter(each -> each.id().equals(result))
                .findFirst()
                .orElseThrow(() -> new NotFound("result"));
        Form form = Form.blank()
                .atVersion(row.version())
                .with("level", row.level())
                .with("parent", row.parent())
                .with("statement", row.statement())
                .with("assumption", row.assumption());
        return formPage(id, result, form, t);
    }

    private record ResultCorrection(int version, ResultFacts facts) {}

    @PostMapping("/{result}")
    ModelAndView edit(@PathVariable ProjectId id, @PathVariable ResultId result, Form form, Words t) {
        return form.submit(
                answers -> new ResultCorrection(answers.version(), read(answers)),
                input -> {
                    models.correct(id, result, input.version(), input.facts());
                    return saved(id, input.facts());
                },
                () -> formPage(id, result, form, t));
    }

    private ModelAndView formPage(ProjectId id, @Nullable ResultId result, Form form, Words t) {
        ProjectRow project = projects.findById(id);
        List<String> names = ProjectFormatter.levels(project.levels(), t);
        List<Option> levels = new ArrayList<>();
        for (ResultLevel level : ResultLevel.values()) {
            levels.add(Option.of(level, names.get(level.position())));
        }
        ResultLevel now =
                TextParser.constant(form.value("level"), ResultLevel.class).orElse(ResultLevel.IMMEDIATE);
        return PageView.of(
                "cooperation/project/result-form",
                new ResultFormPage(
                        result == null ? "project.result.new" : "project.result.edit",
                        result == null ? url(id) + "/new" : url(id) + "/" + result.value(),
                        url(id),
                        project.title(),
                        form,
                        levels,
                        queries.findResults(id).stream()
                                .filter(each -> each.level() != ResultLevel.ACTIVITY
                                        && !each.id().equals(result))
                                .map(each -> Option.of(
                                        each.id(), names.get(each.level().position()) + " – " + each.statement()))
                                .toList(),
                        form.filled("statement")
                                ? warnings(WordingPolicy.checkResult(now, form.value("statement")), t)
                                : List.of(),
                        result == null ? null : url(id) + "/" + result.value() + "/remove"));
    }

    @PostMapping("/{result}/remove")
    ModelAndView remove(@PathVariable ProjectId id, @PathVariable ResultId result) {
        models.remove(id, result);
        return SeeOther.to(url(id)).withNotice("project.result-removed");
    }
}
