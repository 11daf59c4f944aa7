package org.convergence.plan.realisation.web;

import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Proposes lines for the unfinished form. Stores nothing. */
@Controller
class ServedController {

    private final ServedChoice served;

    ServedController(ServedChoice served) {
        this.served = served;
    }

    @PostMapping("/plan/realisation/serves")
    @Requires(RealisationPermissions.RECORD)
    ModelAndView propose(Form form, Words t) {
        return Page.fragment("plan/realisation/serves-again", served.of(form, t));
    }
}
