package org.convergence.plan.report.web;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.Choice;
import org.convergence.plan.report.domain.Counted;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.Fact;
import org.convergence.plan.report.domain.FigureDrafting;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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

    private final ReportViews views;
    private final FigureDrafting figures;

    ReportEvidenceController(ReportViews views, FigureDrafting figures) {
        this.views = views;
        this.figures = figures;
    }

    @GetMapping("/evidence")
    @Requires(ReportPermissions.READ)
    ModelAndView evidence(@PathVariable UUID report, Form asked, Words t) {
        Choice choice = asked.read(answers -> choice(asked, answers));
        Shown shown = views.of(report);
        return Page.of("plan/report/evidence", EvidencePages.page(views.frame(shown, null, t), shown, choice, t));
    }

    private static Choice choice(Form asked, Answers answers) {
        Counted counted = answers.optionalChoice("counted", Counted.class);
        return new Choice(
                answers.optionalId("line"),
                asked.values("place").isEmpty() ? null : asked.value("place"),
                Stream.of(RealisationKind.values())
                        .filter(kind -> asked.values("kind").contains(kind.name()))
                        .toList(),
                answers.optionalId("organisation"),
                month(asked),
                counted == null ? Counted.REALISATIONS : counted);
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
        return form(views.of(report), realisation, Form.blank());
    }

    @PostMapping("/leave-out/{realisation}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView leaveOut(@PathVariable UUID report, @PathVariable UUID realisation, Form form) {
        Shown shown = views.of(report);
        return form.submit(
                answers -> answers.text("reason", LONGEST_REASON),
                reason -> {
                    figures.leaveOut(shown.id(), new RealisationId(realisation), reason);
                    return Go.to(home(shown, realisation))
                            .saying("report.left-out")
                            .undo(shown.url("/put-back/" + realisation));
                },
                () -> form(shown, realisation, form));
    }

    @PostMapping("/put-back/{realisation}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView putBack(@PathVariable UUID report, @PathVariable UUID realisation) {
        Shown shown = views.of(report);
        figures.putBack(shown.id(), new RealisationId(realisation));
        return Go.to(shown.url("/evidence")).saying("report.put-back");
    }

    private static ModelAndView form(Shown shown, UUID realisation, Form form) {
        Fact fact = fact(shown, realisation);
        return Page.of(
                "plan/report/leave-out",
                new FormPage(
                        "report.leave-out",
                        shown.listed().title(),
                        fact.title(),
                        shown.url("/leave-out/" + realisation),
                        home(shown, realisation),
                        form,
                        null));
    }

    private static Fact fact(Shown shown, UUID realisation) {
        Draft draft = shown.draft();
        List<Fact> facts = draft == null ? List.of() : shown.contents().facts();
        return facts.stream()
                .filter(each -> each.id().equals(realisation))
                .findFirst()
                .orElseThrow(() -> new NotFound("realisation"));
    }

    /** The evidence of the first line that it serves. */
    private static String home(Shown shown, UUID realisation) {
        return shown.contents().facts().stream()
                .filter(each -> each.id().equals(realisation) && !each.means().isEmpty())
                .findFirst()
                .map(each -> shown.url("/evidence?line=" + each.means().get(0)))
                .orElseGet(() -> shown.url("/evidence"));
    }
}
