package org.convergence.plan.report.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.PaperDestination.DestinationMeeting;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.NextReportPeriods;
import org.convergence.plan.report.domain.PaperPlacementService;
import org.convergence.plan.report.domain.ReportDraftingService;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.ReportQueries.ReportSummary;
import org.convergence.plan.report.web.ReportFormPage.ReportDescriptionPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
record ReportListController(
        ReportQueries reports,
        ReportDraftingService reportDraftingService,
        PaperPlacementService papers,
        ActionPlans plans,
        OrganisationSettings settings) {

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
        Audience to = Audience.fromSlug(audience == null ? "" : audience).orElse(null);
        List<ReportListPage.ReportRow> rows = reports.findAll().stream()
                .filter(report -> plan == null || report.plan().value().equals(plan))
                .filter(report -> to == null || report.audience() == to)
                .map(report -> row(report, t))
                .toList();
        List<PlanSummary> all = plans.findAll();
        ReportListPage.ReportedPlanLink about = all.stream()
                .filter(each -> each.id().value().equals(plan))
                .findFirst()
                .map(each -> new ReportListPage.ReportedPlanLink(
                        each.title(), "/plan/actionplan/" + each.id().value()))
                .orElse(null);
        boolean may = CurrentActor.get().may(ReportPermissions.WRITE) && !all.isEmpty();
        List<ReportFrame.ReportLink> begin = Stream.of(Audience.values())
                .filter(each -> may && (to == null || each == to))
                .map(each -> new ReportFrame.ReportLink(
                        t.say("report.new." + each.slug()),
                        ReportListPage.url(plan, each).replace("/plan/report?", "/plan/report/new?")))
                .toList();
        return PageView.of(
                "plan/report/reports", new ReportListPage(about, ReportListPage.tabs(plan, to, t), rows, begin));
    }

    private ReportListPage.ReportRow row(ReportSummary report, Words t) {
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
        return new ReportListPage.ReportRow(
                title,
                ShownReport.url(report.id(), ""),
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
        Optional<PlanSummary> chosen = plan == null ? plans.findCurrent() : chosen(plan);
        chosen.ifPresent(each -> ReportForm.propose(form, each, to, reports.nextPeriod(each, to), next(to), t));
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
                NextReportPeriods.ReportPeriod period = reports.nextPeriod(plan, to);
                form.with("from", period.from()).with("to", period.to());
            });
        }
        String first = to == Audience.BOARD ? "/write" : "";
        return form.submit(
                answers -> ReportForm.read(form, answers, null, to),
                what -> SeeOther.to(ShownReport.url(reportDraftingService.begin(what), first))
                        .withNotice("report.begun", what.title()),
                () -> form(form, to, t));
    }

    /** The same form with the period of the chosen plan, and its title unless another was typed. */
    private ModelAndView proposed(Form form, Audience to, Words t) {
        DestinationMeeting next = next(to);
        boolean own = plans.findAll().stream()
                .map(plan -> ReportForm.title(to, reports.nextPeriod(plan, to), next, t))
                .noneMatch(form.value("title")::equals);
        chosen(form.read(answers -> answers.optionalId("plan"))).ifPresent(plan -> {
            NextReportPeriods.ReportPeriod period = reports.nextPeriod(plan, to);
            form.with("from", period.from()).with("to", period.to());
            if (!own || !form.filled("title")) {
                form.with("title", ReportForm.title(to, period, next, t));
            }
        });
        return form(form, to, t);
    }

    private Optional<PlanSummary> chosen(@Nullable UUID plan) {
        return plans.findAll().stream()
                .filter(each -> each.id().value().equals(plan))
                .findFirst();
    }

    private @Nullable DestinationMeeting next(Audience to) {
        return to == Audience.BOARD && CurrentActor.get().may(ReportPermissions.FILE)
                ? papers.findComingMeetings().stream().findFirst().orElse(null)
                : null;
    }

    private static Audience audience(@Nullable String slug) {
        return Audience.fromSlug(slug == null ? "" : slug).orElse(Audience.ANNUAL);
    }

    private ModelAndView form(Form form, Audience to, Words t) {
        return PageView.of(
                "plan/report/edit",
                new ReportDescriptionPage(
                        new ReportFormPage(
                                "report.new." + to.slug(),
                                null,
                                null,
                                "/plan/report/new",
                                ReportListPage.url(null, to),
                                form,
                                null),
                        plans.findAll().stream()
                                .map(plan -> Option.of(plan.id(), plan.title()))
                                .toList(),
                        to.slug(),
                        ReportForm.languages(t)));
    }
}
