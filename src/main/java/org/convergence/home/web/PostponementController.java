package org.convergence.home.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.convergence.home.HomePermissions;
import org.convergence.home.domain.PostponementService;
import org.convergence.home.domain.Today;
import org.convergence.home.domain.TodayQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Plus tard »: postpones a row of the home page, and lists the postponed ones. */
@Controller
@RequestMapping("/home/later")
@Requires(HomePermissions.OPEN)
public class PostponementController {

    static final String URL = "/home/later";

    private static final String SUBJECT = "subject";
    private static final String UNTIL = "until";

    private final TodayQueries todayQueries;
    private final PostponementService postponementService;
    private final OrganisationSettings settings;

    PostponementController(
            TodayQueries todayQueries, PostponementService postponementService, OrganisationSettings settings) {
        this.todayQueries = todayQueries;
        this.postponementService = postponementService;
        this.settings = settings;
    }

    private record PostponementInput(String subject, LocalDate until) {}

    @GetMapping
    ModelAndView list(Words t) {
        return PageView.of(
                "home/later", new PostponedRowsPage(todayQueries.today(true, t).later()));
    }

    @GetMapping("/line")
    ModelAndView showForm(Form form, Words t) {
        return page(form.value(SUBJECT), Form.blank().with(SUBJECT, form.value(SUBJECT)), t);
    }

    @PostMapping("/line")
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

    @PostMapping("/take-up")
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

    /** The current user's postponed rows. */
    public record PostponedRowsPage(List<Today.PostponedRow> lines) {}

    /**
     * The form that postpones a row.
     *
     * @param when the day on which it is due, in words
     */
    public record PostponementPage(String what, String when, Form form, LocalDate tomorrow, LocalDate monday) {}
}
