package org.convergence.home.web;

import org.convergence.home.HomePermissions;
import org.convergence.home.domain.ReminderService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Relancer »: reminds the person that a row waits on. */
@Controller
class ReminderController {

    private final ReminderService reminderService;
    private final LetterStatusService letters;

    ReminderController(ReminderService reminderService, LetterStatusService letters) {
        this.letters = letters;
        this.reminderService = reminderService;
    }

    @PostMapping("/home/remind")
    @Requires(HomePermissions.CARRY)
    ModelAndView remind(Form form, Words t) {
        try {
            reminderService.remind(form.value("subject"), t);
            return SeeOther.to("/").withNotice(letters.postedKey());
        } catch (Refused already) {
            return SeeOther.to("/").withWarning(already.messageKey());
        }
    }
}
