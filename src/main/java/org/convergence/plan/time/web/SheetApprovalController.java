package org.convergence.plan.time.web;

import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.SheetApprovalService;
import org.convergence.plan.time.domain.SheetApprovalService.ListedSheet;
import org.convergence.plan.time.domain.Week;
import org.convergence.plan.time.domain.WeekSheet;
import org.convergence.plan.time.domain.WeekSheetQueries;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
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

/** Approves, returns and reopens the weeks of other people. */
@Controller
@RequestMapping("/plan/time/sheets")
@Requires(TimePermissions.CHECK)
record SheetApprovalController(
        SheetApprovalService approval,
        WeekSheetQueries weekSheetQueries,
        WeekPageAssembler pages,
        OrganisationSettings settings) {

    private static final String LIST = TimeMenu.ROOM + "/sheets";
    private static final int SHOWN = 100;
    private static final int COMMENT = 2_000;

    @GetMapping
    ModelAndView list(Words t) {
        return PageView.of(
                "plan/time/sheets",
                new SheetApprovalListPage(
                        TimeMenu.tabs("sheets", t),
                        approval.findLatest(settings.today(), SHOWN).stream()
                                .map(each -> row(each, t))
                                .toList(),
                        CurrentActor.get().may(TimePermissions.KEEP)));
    }

    private static SheetApprovalListPage.SheetListRow row(ListedSheet each, Words t) {
        return new SheetApprovalListPage.SheetListRow(
                each.name(),
                t.capital(t.period(each.week().monday(), each.week().sunday())),
                t.hours(each.hours()),
                WeekPageAssembler.tone(each.state()),
                t.say("time.state", each.state().name()),
                url(each.week(), each.person()),
                note(each, t));
    }

    private static @Nullable String note(ListedSheet each, Words t) {
        if (each.mine()) {
            return t.say("time.sheets.mine");
        }
        return each.decides() ? null : t.say("time.sheets.named");
    }

    private static String url(Week week, PersonId person) {
        return LIST + "/" + week + "/" + person.value();
    }

    @GetMapping("/{week}/{person}")
    ModelAndView show(@PathVariable String week, @PathVariable UUID person, Words t) {
        WeekSheet sheet = weekSheetQueries.findForPerson(new PersonId(person), WeekController.week(week));
        return show(sheet, Form.blank().atVersion(sheet.version()), t);
    }

    private ModelAndView show(WeekSheet sheet, Form form, Words t) {
        return PageView.of("plan/time/week", pages.assembleOther(sheet, form, t));
    }

    @PostMapping("/{week}/{person}/approve")
    ModelAndView approve(@PathVariable String week, @PathVariable UUID person, Form form, Words t) {
        Week asked = WeekController.week(week);
        var who = new PersonId(person);
        return form.submit(
                answers -> answers.version(),
                version -> approval.approve(who, asked, version),
                SeeOther.to(LIST).withNotice("time.sheet.approved"),
                () -> again(who, asked, form, t));
    }

    @PostMapping("/{week}/{person}/return")
    ModelAndView giveBack(@PathVariable String week, @PathVariable UUID person, Form form, Words t) {
        Week asked = WeekController.week(week);
        var who = new PersonId(person);
        return form.submit(
                answers -> answers.text("comment", COMMENT),
                comment -> approval.returnForCorrection(who, asked, comment),
                SeeOther.to(LIST).withNotice("time.sheet.returned"),
                () -> again(who, asked, form, t));
    }

    @PostMapping("/{week}/{person}/reopen")
    ModelAndView reopen(@PathVariable String week, @PathVariable UUID person, Form form, Words t) {
        Week asked = WeekController.week(week);
        var who = new PersonId(person);
        return form.submit(
                answers -> answers.text("comment", COMMENT),
                reason -> approval.reopen(who, asked, reason),
                SeeOther.to(url(asked, who)).withNotice("time.sheet.reopened"),
                () -> again(who, asked, form, t));
    }

    /** The current sheet, with the typed values and errors. */
    private ModelAndView again(PersonId who, Week week, Form form, Words t) {
        WeekSheet sheet = weekSheetQueries.findForPerson(who, week);
        return show(sheet, form.atVersion(sheet.version()), t);
    }
}
