package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.domain.PlanDraftService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists the plans, and creates one. */
@Controller
record PlanListController(ActionPlans plans, PlanDraftService planDraftService, OrganisationSettings settings) {

    /** Redirects to the current plan. */
    @GetMapping("/plan")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView current() {
        return SeeOther.to(plans.findCurrent()
                .map(plan -> "/plan/actionplan/" + plan.id().value())
                .orElse("/plan/actionplan"));
    }

    @GetMapping("/plan/actionplan")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView list(Words t) {
        LocalDate today = settings.today();
        List<PlanListPage.PlanListRow> rows =
                plans.findAll().stream().map(plan -> row(plan, today, t)).toList();
        return PageView.of(
                "plan/actionplan/plans",
                new PlanListPage(rows, CurrentActor.get().may(ActionPlanPermissions.DRAFT)));
    }

    private static PlanListPage.PlanListRow row(PlanSummary plan, LocalDate today, Words t) {
        Tone tone =
                switch (plan.status()) {
                    case DRAFT -> Tone.AHEAD;
                    case ADOPTED -> plan.isInForce(today) ? Tone.ACTIVE : Tone.WARN;
                    case CLOSED -> Tone.REST;
                };
        String status = plan.isInForce(today)
                ? t.say("actionplan.status.in-force")
                : t.say("actionplan.status." + plan.status().name());
        return new PlanListPage.PlanListRow(
                plan.title(),
                "/plan/actionplan/" + plan.id().value(),
                t.say("actionplan.kind." + plan.kind().name()),
                plan.from() == null && plan.to() == null
                        ? t.say("actionplan.no-period")
                        : t.period(plan.from(), plan.to()),
                tone,
                status);
    }

    @GetMapping("/plan/actionplan/new")
    @Requires(ActionPlanPermissions.DRAFT)
    ModelAndView begin() {
        return form(Form.blank()
                .with("kind", PlanKind.ANNUAL)
                .with("quietWeeks", LineWording.PlanWording.USUAL_QUIET_WEEKS));
    }

    @PostMapping("/plan/actionplan/new")
    @Requires(ActionPlanPermissions.DRAFT)
    ModelAndView begin(Form form) {
        return form.submit(
                answers -> PlanForm.facts(form, answers),
                facts -> SeeOther.to("/plan/actionplan/"
                                + planDraftService.create(facts).value() + "/text")
                        .withNotice("actionplan.begun", facts.title()),
                () -> form(form));
    }

    private static ModelAndView form(Form form) {
        return PageView.of(
                "plan/actionplan/edit",
                new PlanFormPage(
                        "actionplan.new", null, null, "/plan/actionplan/new", "/plan/actionplan", form, false, null));
    }
}
