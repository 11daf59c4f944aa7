package org.convergence.home.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.convergence.home.HomePermissions;
import org.convergence.home.domain.PuttingOff;
import org.convergence.home.domain.Today;
import org.convergence.home.domain.TodayReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.HomeCard.Row;
import org.convergence.platform.shell.Page;
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
class LaterController {

    static final String URL = "/home/later";

    private static final String SUBJECT = "subject";
    private static final String UNTIL = "until";

    private final TodayReading reading;
    private final PuttingOff puttingOff;
    private final OrganisationSettings settings;

    LaterController(TodayReading reading, PuttingOff puttingOff, OrganisationSettings settings) {
        this.reading = reading;
        this.puttingOff = puttingOff;
        this.settings = settings;
    }

    private record Wish(String subject, LocalDate until) {}

    @GetMapping
    ModelAndView list(Words t) {
        return Page.of("home/later", new LaterPage(reading.today(true, t).later()));
    }

    @GetMapping("/line")
    ModelAndView ask(Form form, Words t) {
        return page(form.value(SUBJECT), Form.blank().with(SUBJECT, form.value(SUBJECT)), t);
    }

    @PostMapping("/line")
    ModelAndView putOff(Form form, Words t) {
        return form.submit(
                answers -> new Wish(answers.text(SUBJECT, 200), answers.date(UNTIL)),
                wish -> {
                    puttingOff.until(wish.subject(), wish.until());
                    return Go.to("/")
                            .saying("home.later.done", wish.until())
                            .undo(Address.of(URL + "/take-up")
                                    .with(SUBJECT, wish.subject())
                                    .toString());
                },
                () -> page(form.value(SUBJECT), form, t));
    }

    @PostMapping("/take-up")
    ModelAndView takeUp(Form form) {
        puttingOff.takeUp(form.value(SUBJECT));
        return Go.to("/").saying("home.later.taken-up");
    }

    private ModelAndView page(String subject, Form form, Words t) {
        Today today = reading.today(true, t);
        Row row = today.line(subject).orElseThrow(() -> new NotFound("line"));
        LocalDate day = settings.today();
        return Page.of(
                "home/line",
                new LinePage(
                        row.what(),
                        row.when(),
                        form,
                        day.plusDays(1),
                        day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
    }
}
