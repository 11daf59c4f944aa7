package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.Leave;
import org.convergence.plan.time.domain.LeaveService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
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

/** The leave of the team. */
@Controller
@RequestMapping("/plan/time/leave")
@Requires(TimePermissions.KEEP)
record LeaveController(LeaveService leaves, PartyChooser chooser, OrganisationSettings settings) {

    private static final String PLACE = TimeMenu.ROOM + "/leave";
    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    @GetMapping
    ModelAndView show(Words t) {
        return show(Form.blank(), t);
    }

    private ModelAndView show(Form form, Words t) {
        return PageView.of(
                "plan/time/leave",
                new LeavePage(
                        TimeMenu.tabs("leave", t),
                        leaves.findEndingFrom(settings.today()).stream()
                                .map(each ->
                                        new LeavePage.LeaveRow(each.id(), each.person(), formatDays(each.leave(), t)))
                                .toList(),
                        chooser.persons(form, "person", 1, List.of()),
                        form));
    }

    static String formatDays(Leave leave, Words t) {
        if (!leave.from().equals(leave.to())) {
            return t.capital(t.period(leave.from(), leave.to()));
        }
        BigDecimal hours = leave.hours();
        String day = t.capital(t.dayAndDate(leave.from()));
        return hours == null ? day : day + " · " + t.hours(hours);
    }

    @PostMapping
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> read(answers, form),
                leave -> {
                    leaves.create(leave);
                    return SeeOther.to(PLACE).withNotice("time.leave.kept");
                },
                () -> show(form, t));
    }

    private Leave read(FormValues answers, Form form) {
        PersonId person = chooser.chosenPersons(form, "person", 1).first();
        if (person == null && form.problem("person") == null) {
            form.reject("person", "time.contract.who");
        }
        LocalDate from = answers.date("from");
        LocalDate to = Objects.requireNonNullElse(answers.optionalDate("to"), from);
        BigDecimal hours = answers.optionalHours("hours", 24);
        if (to.isBefore(from)) {
            form.reject("to", "time.refused.period");
        } else if (hours != null && !from.equals(to)) {
            form.reject("hours", "time.refused.part-of-days");
        } else if (hours != null && hours.signum() == 0 && form.problem("hours") == null) {
            form.reject("hours", "shell.form.hours");
        }
        if (!form.problems().isEmpty()) {
            throw new IllegalArgumentException("fields to correct");
        }
        return new Leave(person == null ? NOBODY : person, from, to, hours);
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        leaves.delete(id);
        return SeeOther.to(PLACE).withNotice("time.leave.removed");
    }
}
