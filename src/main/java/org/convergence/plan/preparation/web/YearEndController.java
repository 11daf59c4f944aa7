package org.convergence.plan.preparation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineSetAsides;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.YearEndQueries;
import org.convergence.plan.preparation.domain.YearEndQueries.YearEnd;
import org.convergence.plan.preparation.domain.YearEndQueries.YearEnd.MissingGroup;
import org.convergence.plan.preparation.web.PreparationSheetPage.SheetLink;
import org.convergence.plan.preparation.web.SetAsideRows.SetAsideRow;
import org.convergence.plan.preparation.web.YearEndPage.MissingRow;
import org.convergence.plan.preparation.web.YearEndPage.MissingSection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
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

/** « Fermer l’année »: what is missing before a year can be accounted for, each thing with a link to its page. */
@Controller
@RequestMapping("/plan/preparation/{plan}/year-end")
record YearEndController(YearEndQueries years, LineSetAsides lines) {

    static String url(UUID plan) {
        return PreparationTab.ROOM + plan + "/year-end";
    }

    @GetMapping
    @Requires(PreparationPermissions.READ)
    ModelAndView show(@PathVariable UUID plan, Words t) {
        YearEnd year = years.find(new PlanId(plan));
        Form form = Form.blank();
        year.silent().forEach(each -> SetAsideForm.propose(form, each, proposedReason(each, t)));
        return page(year, form, t);
    }

    /** Says of several actions at once why nothing was done. */
    @PostMapping
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView setAside(@PathVariable UUID plan, Form form, Words t) {
        var id = new PlanId(plan);
        YearEnd year = years.find(id);
        return form.submit(
                answers -> SetAsideForm.read(form, answers, year.silent()),
                chosen -> {
                    lines.setAside(id, chosen);
                    return SeeOther.to(url(plan)).withNotice("preparation.aside.saved", chosen.size());
                },
                () -> page(year, form, t));
    }

    /** Only what the plan itself says proposes a reason; another needs her own words. */
    private static String proposedReason(ActionProgress action, Words t) {
        Commitment commitment = action.line().commitment();
        return commitment == Commitment.FIRM ? "" : t.say("preparation.year-end.reason." + commitment.name());
    }

    private ModelAndView page(YearEnd year, Form form, Words t) {
        UUID plan = year.year().plan().id().value();
        int count = year.count();
        return PageView.of(
                "plan/preparation/year-end",
                new YearEndPage(
                        year.year().plan().title(),
                        "/plan/actionplan/" + plan,
                        t.say(
                                "preparation.year-end.lead",
                                count,
                                t.period(year.year().from(), year.year().to())),
                        count == 0,
                        year.silent().isEmpty()
                                ? null
                                : t.say(
                                        "preparation.year-end.silent",
                                        year.silent().size()),
                        new SetAsideRows(
                                url(plan),
                                year.silent().stream()
                                        .map(each -> SetAsideRow.of(
                                                each.line(),
                                                t.say("preparation.year-end.commitment."
                                                        + each.line()
                                                                .commitment()
                                                                .name())))
                                        .toList(),
                                SetAsideForm.states("preparation.year-end.open", t),
                                form,
                                CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP)),
                        year.groups().stream().map(each -> section(each, t)).toList(),
                        report(year, t)));
    }

    private MissingSection section(MissingGroup group, Words t) {
        int more = group.total() - group.things().size();
        List<MissingRow> rows = group.things().stream()
                .map(each -> new MissingRow(
                        t.shortDate(each.day()), each.title() == null ? t.date(each.day()) : each.title(), each.url()))
                .toList();
        return new MissingSection(
                t.say(group.check().key(), group.total()),
                rows,
                more > 0 ? t.say("preparation.year-end.more", more) : null,
                group.check().list());
    }

    private static @Nullable SheetLink report(YearEnd year, Words t) {
        MissingGroup report = year.report();
        if (report == null) {
            return null;
        }
        boolean begun = report.things().get(0).title() != null;
        return new SheetLink(
                t.say(begun ? "preparation.year-end.report.open" : "preparation.year-end.report.begin"),
                report.things().get(0).url());
    }
}
