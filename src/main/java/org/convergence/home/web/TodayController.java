package org.convergence.home.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.convergence.home.HomePermissions;
import org.convergence.home.domain.FirstStepQueries;
import org.convergence.home.domain.PostponementService;
import org.convergence.home.domain.Today;
import org.convergence.home.domain.TodayQueries;
import org.convergence.home.web.TodayPage.PostponedRowsPage;
import org.convergence.home.web.TodayPage.PostponementPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The home page of the staff, and « Plus tard », which postpones one of its rows. */
@Controller
@Requires(HomePermissions.OPEN)
record TodayController(
        TodayQueries todayQueries,
        PostponementService postponementService,
        FirstStepQueries firstSteps,
        OrganisationSettings settings) {

    static final String URL = "/home/later";
    private static final String SUBJECT = "subject";
    private static final String UNTIL = "until";

    private record PostponementInput(String subject, LocalDate until) {}

    @GetMapping(URL)
    ModelAndView list(Words t) {
        return PageView.of(
                "home/later", new PostponedRowsPage(todayQueries.today(true, t).later()));
    }

    @GetMapping(URL + "/line")
    ModelAndView showForm(Form form, Words t) {
        return page(form.value(SUBJECT), Form.blank().with(SUBJECT, form.value(SUBJECT)), t);
    }

    @PostMapping(URL + "/line")
    ModelAndView putOff(Form form, Words t) {
        return form.submit(
                answers -> new PostponementInput(answers.text(SUBJECT, 200), answers.date(UNTIL)),
                wish -> {
                    postponementService.postpone(wish.subject(), wish.until());
                    return SeeOther.to("/")
                            .withNotice("home.later.done", wish.until())
                            .withUndo(PageAddress.of(URL + "/take-up")
                                    .with(SUBJECT, wish.subject())
                                    .toString());
                },
                () -> page(form.value(SUBJECT), form, t));
    }

    @PostMapping(URL + "/take-up")
    ModelAndView undoPostpone(Form form) {
        postponementService.undoPostpone(form.value(SUBJECT));
        return SeeOther.to("/").withNotice("home.later.taken-up");
    }

    private ModelAndView page(String subject, Form form, Words t) {
        Today today = todayQueries.today(true, t);
        CardRow row = today.findLine(subject).orElseThrow(() -> new NotFound("line"));
        LocalDate day = settings.today();
        return PageView.of(
                "home/line",
                new PostponementPage(
                        row.what(),
                        row.when(),
                        form,
                        day.plusDays(1),
                        day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
    }

    /** @param all whether the lists show all their rows */
    @GetMapping("/")
    @Requires(HomePermissions.OPEN)
    ModelAndView today(@RequestParam(defaultValue = "false") boolean all, Words t) {
        return PageView.of("home/today", new TodayPage(todayQueries.today(all, t), firstSteps.findOwn()));
    }

    @Bean
    static MenuEntry todayEntry() {
        return MenuEntry.of("home.menu", "/").requiring(HomePermissions.OPEN);
    }
}
