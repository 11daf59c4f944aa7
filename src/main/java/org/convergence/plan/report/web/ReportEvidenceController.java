package org.convergence.plan.report.web;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.EvidenceFilter;
import org.convergence.plan.report.domain.FigureMeasure;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.plan.report.domain.ReportFigureService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the realisations behind a figure, and leaves realisations out of a report. */
@Controller
@RequestMapping("/plan/report/{report}")
class ReportEvidenceController {

    private static final int LONGEST_REASON = 2_000;

    private final ReportFrameAssembler frames;
    private final ReportFigureService figures;

    ReportEvidenceController(ReportFrameAssembler frames, ReportFigureService figures) {
        this.frames = frames;
        this.figures = figures;
    }

    @GetMapping("/evidence")
    @Requires(ReportPermissions.READ)
    ModelAndView evidence(@PathVariable UUID report, Form asked, Words t) {
        EvidenceFilter choice = asked.read(answers -> choice(asked, answers));
        ShownReport shown = frames.find(report);
        return PageView.of(
                "plan/report/evidence", EvidencePageAssembler.assemble(frames.frame(shown, null, t), shown, choice, t));
    }

    private static EvidenceFilter choice(Form asked, FormValues answers) {
        FigureMeasure counted = answers.optionalChoice("counted", FigureMeasure.class);
        return new EvidenceFilter(
                answers.optionalId("line"),
                asked.values("place").isEmpty() ? null : asked.value("place"),
                Stream.of(RealisationKind.values())
                        .filter(kind -> asked.values("kind").contains(kind.name()))
                        .toList(),
                answers.optionalId("organisation"),
                month(asked),
                counted == null ? FigureMeasure.REALISATIONS : counted);
    }

    private static @Nullable YearMonth month(Form asked) {
        YearMonth month = TextParser.month(asked.value("month")).orElse(null);
        if (month == null && asked.filled("month")) {
            asked.reject("month", "shell.form.date");
        }
        return month;
    }

    @GetMapping("/leave-out/{realisation}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView leaveOut(@PathVariable UUID report, @PathVariable UUID realisation) {
        return form(frames.find(report), realisation, Form.blank());
    }

    @PostMapping("/leave-out/{realisation}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView leaveOut(@PathVariable UUID report, @PathVariable UUID realisation, Form form) {
        ShownReport shown = frames.find(report);
        return form.submit(
                answers -> answers.text("reason", LONGEST_REASON),
                reason -> {
                    figures.leaveOut(shown.id(), new RealisationId(realisation), reason);
                    return SeeOther.to(home(shown, realisation))
                            .withNotice("report.left-out")
                            .withUndo(shown.url("/put-back/" + realisation));
                },
                () -> form(shown, realisation, form));
    }

    @PostMapping("/put-back/{realisation}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView putBack(@PathVariable UUID report, @PathVariable UUID realisation) {
        ShownReport shown = frames.find(report);
        figures.includeAgain(shown.id(), new RealisationId(realisation));
        return SeeOther.to(shown.url("/evidence")).withNotice("report.put-back");
    }

    private static ModelAndView form(ShownReport shown, UUID realisation, Form form) {
        ReportFact fact = fact(shown, realisation);
        return PageView.of(
                "plan/report/leave-out",
                new ReportFormPage(
                        "report.leave-out",
                        shown.listed().title(),
                        fact.title(),
                        shown.url("/leave-out/" + realisation),
                        home(shown, realisation),
                        form,
                        null));
    }

    private static ReportFact fact(ShownReport shown, UUID realisation) {
        ReportDraft draft = shown.draft();
        List<ReportFact> facts = draft == null ? List.of() : shown.contents().facts();
        return facts.stream()
                .filter(each -> each.id().equals(realisation))
                .findFirst()
                .orElseThrow(() -> new NotFound("realisation"));
    }

    /** The evidence of the first line that it serves. */
    private static String home(ShownReport shown, UUID realisation) {
        return shown.contents().facts().stream()
                .filter(each -> each.id().equals(realisation) && !each.means().isEmpty())
                .findFirst()
                .map(each -> shown.url("/evidence?line=" + each.means().get(0)))
                .orElseGet(() -> shown.url("/evidence"));
    }
}
