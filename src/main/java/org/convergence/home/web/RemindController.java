package org.convergence.home.web;

import org.convergence.home.HomePermissions;
import org.convergence.home.domain.Reminding;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Relancer »: reminds the person that a row waits on. */
@Controller
class RemindController {

    private final Reminding reminding;
    private final LetterStatusService letters;

    RemindController(Reminding reminding, LetterStatusService letters) {
        this.letters = letters;
        this.reminding = reminding;
    }

    @PostMapping("/home/remind")
    @Requires(HomePermissions.CARRY)
    ModelAndView remind(Form form, Words t) {
        try {
            reminding.remind(form.value("subject"), t);
            return Go.to("/").saying(letters.postedKey());
        } catch (Refused already) {
            return Go.to("/").warning(already.messageKey());
        }
    }
}
