package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.ReportDrafting;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.plan.report.domain.ReportReading.Listed;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
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

/** All reports, and a new one. */
@Controller
@RequestMapping("/plan/report")
class ReportsController {

    private final ReportReading reading;
    private final ReportDrafting drafting;
    private final ActionPlans plans;
    private final OrganisationSettings settings;

    ReportsController(
            ReportReading reading, ReportDrafting drafting, ActionPlans plans, OrganisationSettings settings) {
        this.reading = reading;
        this.drafting = drafting;
        this.plans = plans;
        this.settings = settings;
    }

    /** @param plan only the reports on this plan */
    @GetMapping
    @Requires(ReportPermissions.READ)
    ModelAndView list(@RequestParam(required = false) @Nullable UUID plan, Words t) {
        List<ReportsPage.Row> rows = reading.all().stream()
                .filter(report -> plan == null || report.plan().value().equals(plan))
                .map(report -> row(report, t))
                .toList();
        ReportsPage.Plan about = plans.all().stream()
                .filter(each -> each.id().value().equals(plan))
                .findFirst()
                .map(each -> new ReportsPage.Plan(
                        each.title(), "/plan/actionplan/" + each.id().value()))
                .orElse(null);
        boolean may =
                CurrentActor.get().may(ReportPermissions.WRITE) && !plans.all().isEmpty();
        String begin = "/plan/report/new" + (plan == null ? "" : "?plan=" + plan);
        return Page.of("plan/report/reports", new ReportsPage(about, rows, may ? begin : null));
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
    ModelAndView begin(@RequestParam(required = false) @Nullable UUID plan, Words t) {
        Form form = Form.blank().with("language", settings.current().languages().get(0));
        plans.all().stream()
                .filter(each -> plan == null
                        ? each.status() != PlanStatus.DRAFT
                        : each.id().value().equals(plan))
                .findFirst()
                .ifPresent(each -> ReportForms.propose(form, each, t));
        return form(form, t);
    }

    @PostMapping("/new")
    @Requires(ReportPermissions.WRITE)
    ModelAndView begin(Form form, Words t) {
        return form.submit(
                answers -> ReportForms.read(form, answers, null),
                what -> Go.to(Shown.url(drafting.begin(what), "")).saying("report.begun", what.title()),
                () -> form(form, t));
    }

    private ModelAndView form(Form form, Words t) {
        List<PlanSummary> all = plans.all();
        return Page.of(
                "plan/report/edit",
                new EditPage(
                        new FormPage("report.new", null, null, "/plan/report/new", "/plan/report", form, null),
                        all.stream()
                                .map(plan -> org.convergence.platform.shell.Option.of(plan.id(), plan.title()))
                                .toList(),
                        ReportForms.languages(t)));
    }
}
