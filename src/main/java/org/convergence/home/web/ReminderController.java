package org.convergence.home.web;

import org.convergence.home.HomePermissions;
import org.convergence.home.domain.ReminderService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Relancer »: shows the reminder to the person that a row waits on, sends it, and takes it back until it left. */
@Controller
@Requires(HomePermissions.CARRY)
record ReminderController(ReminderService reminderService, LetterStatusService letters) {

    private static final String KEY = "subject";

    @GetMapping("/home/remind")
    ModelAndView confirm(Form form, Words t) {
        String key = form.value(KEY);
        try {
            return new MailingConfirmation(
                            t.say("home.remind.send"),
                            t.say("home.menu"),
                            "/",
                            null,
                            reminderService.preview(key, t),
                            PageAddress.of("/home/remind").with(KEY, key).toString(),
                            true)
                    .view();
        } catch (Refused already) {
            return SeeOther.to("/").withWarning(already.messageKey());
        }
    }

    @PostMapping("/home/remind")
    ModelAndView remind(Form form, Words t) {
        String key = form.value(KEY);
        try {
            reminderService.remind(key, t);
            return letters.notePosted(SeeOther.to("/")).withUndo(ReminderService.takeBackUrl(key, "/"));
        } catch (Refused already) {
            return SeeOther.to("/").withWarning(already.messageKey());
        }
    }

    @PostMapping("/home/remind/take-back")
    ModelAndView takeBack(Form form) {
        int taken = reminderService.takeBack(form.value(KEY));
        return SeeOther.back(form.value("from"), "/").withNotice("home.remind.taken-back", taken);
    }
}
