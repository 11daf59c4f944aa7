package org.convergence.plan.preparation.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.NextPeriod;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.Preparation;
import org.convergence.plan.preparation.domain.PreparationQueries;
import org.convergence.plan.preparation.domain.PreparationService;
import org.convergence.plan.preparation.web.PreparationSheetPage.NextPlanConfirmationPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Creates the draft of the next plan from the decisions. */
@Controller
@RequestMapping("/plan/preparation/{plan}/make")
@Requires(PreparationPermissions.PREPARE)
record NextPlanController(PreparationQueries preparationQueries, PreparationService preparation) {

    private static final int TITLE = 300;

    @GetMapping
    ModelAndView ask(@PathVariable UUID plan, Words t) {
        Preparation sheet = preparationQueries.findSheet(new PlanId(plan));
        NextPeriod period = sheet.period();
        Form form = Form.blank()
                .with("title", period.title())
                .with("from", period.from())
                .with("to", period.to());
        return page(sheet, form, t);
    }

    @PostMapping
    ModelAndView make(@PathVariable UUID plan, Form form, Words t) {
        Preparation sheet = preparationQueries.findSheet(new PlanId(plan));
        boolean made = sheet.isMade();
        return form.submit(
                answers -> period(answers, form),
                period -> {
                    PlanId next =
                            preparation.createNextPlan(sheet.year().plan().id(), period, t.say("preparation.waiting"));
                    String url = "/plan/actionplan/" + next.value() + "/grid";
                    return made
                            ? SeeOther.to(url).withWarning("preparation.made.already")
                            : SeeOther.to(url).withNotice("preparation.made", period.title());
                },
                () -> page(sheet, form, t));
    }

    /** The next period as typed. */
    static NextPeriod period(FormValues answers, Form form) {
        LocalDate from = answers.date("from");
        LocalDate to = answers.date("to");
        if (to.isBefore(from) && form.problem("to") == null) {
            form.reject("to", "preparation.refused.period");
        }
        return new NextPeriod(answers.text("title", TITLE), from, to);
    }

    private static ModelAndView page(Preparation sheet, Form form, Words t) {
        long leaving =
                sheet.lines().values().stream().filter(line -> line.leaves()).count();
        return PageView.of(
                "plan/preparation/make",
                new NextPlanConfirmationPage(
                        PreparationTab.ROOM + sheet.year().plan().id().value(),
                        new SheetFormatter(t).counts(sheet),
                        leaving == 0 ? null : t.say("preparation.make.leaving", leaving),
                        form));
    }
}
