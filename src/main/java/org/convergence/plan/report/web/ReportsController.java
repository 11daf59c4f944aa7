package org.convergence.plan.report.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.PaperDestination.Meeting;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.NextReport;
import org.convergence.plan.report.domain.PaperPlacing;
import org.convergence.plan.report.domain.ReportDrafting;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.plan.report.domain.ReportReading.Listed;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lists the reports, and begins a new one. */
@Controller
@RequestMapping("/plan/report")
class ReportsController {

    private final ReportReading reading;
    private final ReportDrafting drafting;
    private final PaperPlacing papers;
    private final ActionPlans plans;
    private final OrganisationSettings settings;

    ReportsController(
            ReportReading reading,
            ReportDrafting drafting,
            PaperPlacing papers,
            ActionPlans plans,
            OrganisationSettings settings) {
        this.papers = papers;
        this.reading = reading;
        this.drafting = drafting;
        this.plans = plans;
        this.settings = settings;
    }

    /**
     * The list.
     *
     * @param audience only those to this audience, by its name in addresses
     * @param plan only the reports on this plan
     */
    @GetMapping
    @Requires(ReportPermissions.READ)
    ModelAndView list(
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable UUID plan,
            Words t) {
        Audience to = Audience.find(audience == null ? "" : audience).orElse(null);
        List<ReportsPage.Row> rows = reading.all().stream()
                .filter(report -> plan == null || report.plan().value().equals(plan))
                .filter(report -> to == null || report.audience() == to)
                .map(report -> row(report, t))
                .toList();
        List<PlanSummary> all = plans.all();
        ReportsPage.Plan about = all.stream()
                .filter(each -> each.id().value().equals(plan))
                .findFirst()
                .map(each -> new ReportsPage.Plan(
                        each.title(), "/plan/actionplan/" + each.id().value()))
                .orElse(null);
        boolean may = CurrentActor.get().may(ReportPermissions.WRITE) && !all.isEmpty();
        List<ReportFrame.Link> begin = Stream.of(Audience.values())
                .filter(each -> may && (to == null || each == to))
                .map(each -> new ReportFrame.Link(
                        t.say("report.new." + each.slug()),
                        AudienceTabs.url(plan, each).replace("/plan/report?", "/plan/report/new?")))
                .toList();
        return Page.of("plan/report/reports", new ReportsPage(about, AudienceTabs.of(plan, to, t), rows, begin));
    }

    private ReportsPage.Row row(Listed report, Words t) {
        Tone tone = Tone.ACTIVE;
        String word = t.say("report.status.draft");
        if (report.replacedBy() != null) {
            tone = Tone.REST;
            word = t.say("report.status.replaced");
        } else if (report.filedOn() != null) {
            tone = Tone.OK;
            word = t.say("report.status.filed", report.filedOn());
        } else if (report.dueOn() != null && report.dueOn().isBefore(settings.today())) {
            tone = Tone.BAD;
            word = t.say("report.status.overdue", report.dueOn());
        } else if (report.dueOn() != null) {
            word = t.say("report.status.due", report.dueOn());
        }
        String title = report.edition() == 1
                ? report.title()
                : t.say("report.titled-edition", report.title(), report.edition());
        return new ReportsPage.Row(
                title,
                Shown.url(report.id(), ""),
                t.period(report.from(), report.to()),
                report.planTitle(),
                tone,
                word);
    }

    @GetMapping("/new")
    @Requires(ReportPermissions.WRITE)
    ModelAndView begin(
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable UUID plan,
            Words t) {
        Audience to = audience(audience);
        Form form = Form.blank().with("language", settings.current().spoken().get(0));
        Optional<PlanSummary> chosen = plan == null ? plans.current() : chosen(plan);
        chosen.ifPresent(each -> ReportForms.propose(form, each, to, reading.next(each, to), next(to), t));
        return form(form, to, t);
    }

    @PostMapping("/new")
    @Requires(ReportPermissions.WRITE)
    ModelAndView begin(Form form, Words t) {
        Audience to = audience(form.value("audience"));
        if (form.filled("propose")) {
            return proposed(form, to, t);
        }
        if (!form.filled("from") && !form.filled("to")) {
            chosen(form.read(answers -> answers.optionalId("plan"))).ifPresent(plan -> {
                NextReport.Period period = reading.next(plan, to);
                form.with("from", period.from()).with("to", period.to());
            });
        }
        String first = to == Audience.BOARD ? "/write" : "";
        return form.submit(
                answers -> ReportForms.read(form, answers, null, to),
                what -> Go.to(Shown.url(drafting.begin(what), first)).saying("report.begun", what.title()),
                () -> form(form, to, t));
    }

    /** The same form with the period of the chosen plan, and its title unless another was typed. */
    private ModelAndView proposed(Form form, Audience to, Words t) {
        Meeting next = next(to);
        boolean own = plans.all().stream()
                .map(plan -> ReportForms.title(to, reading.next(plan, to), next, t))
                .noneMatch(form.value("title")::equals);
        chosen(form.read(answers -> answers.optionalId("plan"))).ifPresent(plan -> {
            NextReport.Period period = reading.next(plan, to);
            form.with("from", period.from()).with("to", period.to());
            if (!own || !form.filled("title")) {
                form.with("title", ReportForms.title(to, period, next, t));
            }
        });
        return form(form, to, t);
    }

    private Optional<PlanSummary> chosen(@Nullable UUID plan) {
        return plans.all().stream()
                .filter(each -> each.id().value().equals(plan))
                .findFirst();
    }

    private @Nullable Meeting next(Audience to) {
        return to == Audience.BOARD && CurrentActor.get().may(ReportPermissions.FILE)
                ? papers.coming().stream().findFirst().orElse(null)
                : null;
    }

    private static Audience audience(@Nullable String slug) {
        return Audience.find(slug == null ? "" : slug).orElse(Audience.ANNUAL);
    }

    private ModelAndView form(Form form, Audience to, Words t) {
        return Page.of(
                "plan/report/edit",
                new EditPage(
                        new FormPage(
                                "report.new." + to.slug(),
                                null,
                                null,
                                "/plan/report/new",
                                AudienceTabs.url(null, to),
                                form,
                                null),
                        plans.all().stream()
                                .map(plan -> Option.of(plan.id(), plan.title()))
                                .toList(),
                        to.slug(),
                        ReportForms.languages(t)));
    }
}
