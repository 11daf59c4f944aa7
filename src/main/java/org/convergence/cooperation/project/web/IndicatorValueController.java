package org.convergence.cooperation.project.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ValueSource;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.IndicatorValueService;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValueState;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ValueRow;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.domain.ProjectResults.ValueEvidence;
import org.convergence.cooperation.project.web.ResultsPage.EvidencePart;
import org.convergence.cooperation.project.web.ResultsPage.ValueNote;
import org.convergence.cooperation.project.web.ResultsPage.ValuePage;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** An indicator in a period: its evidence, its target, and its value until it is approved. */
@Controller
@RequestMapping("/cooperation/project/{id}/results/{indicator}/{period}")
@Requires(ProjectPermissions.EDIT)
record IndicatorValueController(
        IndicatorValueService values,
        MeasurementQueries queries,
        ProjectResults results,
        ProjectQueries projects,
        List<ValueSource> sources) {

    static final String TARGET = "target";
    static final String ACTUAL = "actual";
    static final int LONGEST_EXPLANATION = 2_000;

    private static final int SHOWN = 200;

    @GetMapping
    @Requires(ProjectPermissions.READ)
    ModelAndView show(
            @PathVariable ProjectId id,
            @PathVariable IndicatorId indicator,
            @PathVariable ProjectPeriodId period,
            Words t) {
        return page(new ValuePlace(id, indicator, period), null, null, null, t);
    }

    /** The page with the form that was refused, if there is one; it stays also where nothing can be entered any longer. */
    private ModelAndView page(
            ValuePlace place, @Nullable Form target, @Nullable Form value, @Nullable Form back, Words t) {
        ValueEvidence evidence = results.findEvidence(place);
        IndicatorResult it = evidence.result();
        IndicatorRow indicator = it.indicator();
        boolean isOpen = !it.period().isLocked() && CurrentActor.get().may(ProjectPermissions.EDIT);
        boolean mayApprove = !it.period().isLocked() && CurrentActor.get().may(ProjectPermissions.APPROVE);
        boolean isFed = indicator.rule() != null;
        boolean enters = isOpen && it.state().isOpen();
        List<EvidencePart> counted = sources.stream()
                .flatMap(source -> source.find(url(place), t).stream())
                .map(each -> new EvidencePart(each.title(), each.url(), each.detail()))
                .toList();
        return PageView.of(
                "cooperation/project/value",
                new ValuePage(
                        url(place),
                        ResultsController.url(place.project()) + "?period="
                                + place.period().value(),
                        projects.findById(place.project()).title(),
                        ProjectFormatter.period(it.period(), t),
                        ResultsController.part(place.project(), it, t),
                        indicator.kind() == IndicatorKind.QUALITATIVE,
                        indicator.kind() == IndicatorKind.RATIO,
                        indicator.bySex(),
                        indicator.disaggregations(),
                        isFed,
                        it.period().isLocked(),
                        notes(it, t),
                        Stream.concat(evidence.facts().stream().map(fact -> part(fact, t)), counted.stream())
                                .limit(SHOWN)
                                .toList(),
                        isFed
                                ? t.say(
                                        "project.value.evidence",
                                        evidence.facts().size())
                                : counted.isEmpty() ? null : t.say("project.value.counted", counted.size()),
                        isOpen || target != null ? Objects.requireNonNullElseGet(target, () -> targetForm(it)) : null,
                        enters || value != null ? Objects.requireNonNullElseGet(value, () -> valueForm(it)) : null,
                        enters && it.actual() != null,
                        mayApprove && it.state() == ValueState.SUBMITTED,
                        mayApprove && !it.state().isOpen() ? Objects.requireNonNullElse(back, Form.named("r")) : null,
                        ChangeHistory.of(
                                it.row() == null
                                        ? List.of()
                                        : queries.changes(it.row().id()),
                                "project",
                                t)));
    }

    private static String url(ValuePlace place) {
        return ResultsController.url(place.project()) + "/" + place.indicator().value() + "/"
                + place.period().value();
    }

    private static int version(IndicatorResult it) {
        return it.row() == null ? 0 : it.row().version();
    }

    private static Form targetForm(IndicatorResult it) {
        return FigureForm.fill(Form.named("t").atVersion(version(it)), TARGET, it.target());
    }

    private static Form valueForm(IndicatorResult it) {
        ValueRow row = it.row();
        Form form = Form.named("v").atVersion(version(it)).with("explanation", row == null ? "" : row.explanation());
        return it.indicator().rule() != null ? form : FigureForm.fill(form, ACTUAL, row == null ? null : row.actual());
    }

    private static List<ValueNote> notes(IndicatorResult it, Words t) {
        List<ValueNote> notes = new ArrayList<>();
        ValueRow row = it.row();
        if (row != null) {
            addNote(notes, t.say("project.value.returned"), row.returnedComment());
            addNote(notes, t.say("project.value.explanation"), row.explanation());
            addNote(notes, t.say("project.value.target-reason"), row.targetReason());
        }
        addNote(notes, t.say("project.framework.source"), it.indicator().source());
        addNote(notes, t.say("project.framework.method"), it.indicator().method());
        return notes;
    }

    private static void addNote(List<ValueNote> notes, String label, String text) {
        if (!text.isEmpty()) {
            notes.add(new ValueNote(label, text));
        }
    }

    private static EvidencePart part(RealisationFact fact, Words t) {
        Participations people = fact.happening().participations();
        String day =
                t.period(fact.happening().when().from(), fact.happening().when().to());
        String kind = t.say(fact.happening().kind().key());
        return new EvidencePart(
                fact.happening().title(),
                "/plan/realisation/" + fact.id().value(),
                t.capital(day) + " · " + kind + " · "
                        + (people == null
                                ? t.say("project.value.uncounted")
                                : t.say("project.value.participations", people.total())));
    }

    private record TargetInput(int version, @Nullable IndicatorFigure target, String reason) {}

    @PostMapping("/target")
    ModelAndView setTarget(
            @PathVariable ProjectId id,
            @PathVariable IndicatorId indicator,
            @PathVariable ProjectPeriodId period,
            Form form,
            Words t) {
        ValuePlace place = new ValuePlace(id, indicator, period);
        IndicatorRow row = queries.findIndicator(id, indicator);
        return form.submit(
                answers -> new TargetInput(
                        answers.version(),
                        FigureForm.readTarget(answers, TARGET, row),
                        Objects.requireNonNullElse(answers.optionalText("reason", 500), "")),
                input -> {
                    values.setTarget(place, input.version(), input.target(), input.reason());
                    return SeeOther.to(url(place)).withNotice("project.target-set");
                },
                () -> page(place, form, null, null, t));
    }

    private record ValueInput(int version, @Nullable IndicatorFigure actual, String explanation) {}

    @PostMapping("/value")
    ModelAndView enter(
            @PathVariable ProjectId id,
            @PathVariable IndicatorId indicator,
            @PathVariable ProjectPeriodId period,
            Form form,
            Words t) {
        ValuePlace place = new ValuePlace(id, indicator, period);
        IndicatorRow row = queries.findIndicator(id, indicator);
        return form.submit(
                answers -> new ValueInput(
                        answers.version(),
                        row.rule() == null ? FigureForm.read(answers, ACTUAL, row) : null,
                        Objects.requireNonNullElse(answers.optionalText("explanation", LONGEST_EXPLANATION), "")),
                input -> {
                    values.enter(place, input.version(), input.actual(), input.explanation());
                    return SeeOther.to(url(place)).withNotice("project.value-entered");
                },
                () -> page(place, null, form, null, t));
    }

    @PostMapping("/submit")
    ModelAndView submit(
            @PathVariable ProjectId id, @PathVariable IndicatorId indicator, @PathVariable ProjectPeriodId period) {
        ValuePlace place = new ValuePlace(id, indicator, period);
        values.submit(place);
        return SeeOther.to(url(place)).withNotice("project.value-submitted");
    }

    @PostMapping("/approve")
    @Requires(ProjectPermissions.APPROVE)
    ModelAndView approve(
            @PathVariable ProjectId id, @PathVariable IndicatorId indicator, @PathVariable ProjectPeriodId period) {
        ValuePlace place = new ValuePlace(id, indicator, period);
        values.approve(place);
        return SeeOther.to(url(place)).withNotice("project.value-approved");
    }

    @PostMapping("/return")
    @Requires(ProjectPermissions.APPROVE)
    ModelAndView returnWithComment(
            @PathVariable ProjectId id,
            @PathVariable IndicatorId indicator,
            @PathVariable ProjectPeriodId period,
            Form form,
            Words t) {
        ValuePlace place = new ValuePlace(id, indicator, period);
        return form.submit(
                answers -> answers.text("comment", 1_000),
                comment -> {
                    values.returnWithComment(place, comment);
                    return SeeOther.to(url(place)).withNotice("project.value-returned");
                },
                () -> page(place, null, null, form, t));
    }
}
