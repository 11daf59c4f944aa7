package org.convergence.plan.preparation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineSetAsides;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.MidYearQueries;
import org.convergence.plan.preparation.domain.MidYearQueries.MidYear;
import org.convergence.plan.preparation.domain.MidYearQueries.MidYear.LineAtRisk;
import org.convergence.plan.preparation.web.SetAsideRows.SetAsideRow;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Mi-année »: the actions that will not be done, set aside together, and the words that tell it. Sends nothing. */
@Controller
@RequestMapping("/plan/preparation/{plan}/mid-year")
record MidYearController(
        MidYearQueries reviews,
        LineSetAsides lines,
        Reports reports,
        OrganisationSettings settings,
        RecipientWords recipientWords) {

    static String url(UUID plan) {
        return PreparationTab.ROOM + plan + "/mid-year";
    }

    @GetMapping
    @Requires(PreparationPermissions.READ)
    ModelAndView show(@PathVariable UUID plan, Words t) {
        MidYear review = reviews.find(new PlanId(plan));
        var words = new MidYearFormatter(review, t);
        Form form = Form.blank();
        review.lines().forEach(each -> SetAsideForm.propose(form, each.action(), words.proposedReason(each)));
        return page(review, form, t);
    }

    /** Sets the chosen actions aside. */
    @PostMapping
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView setAside(@PathVariable UUID plan, Form form, Words t) {
        var id = new PlanId(plan);
        MidYear review = reviews.find(id);
        List<ActionProgress> offered =
                review.lines().stream().map(LineAtRisk::action).toList();
        return form.submit(
                answers -> SetAsideForm.read(form, answers, offered),
                chosen -> {
                    lines.setAside(id, chosen);
                    return SeeOther.to(url(plan) + "#words").withNotice("preparation.aside.saved", chosen.size());
                },
                () -> page(review, form, t));
    }

    /** Begins the note to the board, in the organisation's language, with the word as its summary. */
    @PostMapping("/note")
    @Requires(ReportPermissions.WRITE)
    ModelAndView beginNote(@PathVariable UUID plan) {
        MidYear review = reviews.find(new PlanId(plan));
        Words theirs = recipientWords.forOrganisation();
        ReportId note = reports.begin(new BeginReportCommand(
                review.year().plan().id(),
                Audience.BOARD,
                theirs.say("preparation.mid-year.note"),
                review.year().from(),
                settings.today(),
                null,
                settings.current().spoken().get(0),
                CurrentActor.get().label()));
        reports.write(note, SectionRef.ESSENTIAL, new MidYearFormatter(review, theirs).board());
        return SeeOther.to("/plan/report/" + note.value() + "/write").withNotice("preparation.mid-year.note.begun");
    }

    private ModelAndView page(MidYear review, Form form, Words t) {
        UUID plan = review.year().plan().id().value();
        var words = new MidYearFormatter(review, t);
        var left = review.hoursLeft();
        return PageView.of(
                "plan/preparation/mid-year",
                new MidYearPage(
                        review.year().plan().title(),
                        "/plan/actionplan/" + plan,
                        url(plan),
                        t.say(
                                "preparation.mid-year.lead",
                                review.lines().size(),
                                review.year().to()),
                        left == null ? null : t.say("preparation.mid-year.hours", left.signum(), t.hours(left.abs())),
                        new SetAsideRows(
                                url(plan),
                                review.lines().stream()
                                        .map(each ->
                                                SetAsideRow.of(each.action().line(), words.reason(each)))
                                        .toList(),
                                SetAsideForm.states("preparation.mid-year.keep", t),
                                form,
                                review.year().plan().status() == PlanStatus.ADOPTED
                                        && CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP)),
                        review.setAside().stream().map(words::word).toList(),
                        review.setAside().isEmpty() ? null : words.board(),
                        CurrentActor.get().may(ReportPermissions.WRITE)));
    }
}
