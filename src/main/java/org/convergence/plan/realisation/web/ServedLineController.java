package org.convergence.plan.realisation.web;

import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Proposes lines for the unfinished form. Stores nothing. */
@Controller
class ServedLineController {

    private final ServedLineChoice served;

    ServedLineController(ServedLineChoice served) {
        this.served = served;
    }

    @PostMapping("/plan/realisation/serves")
    @Requires(RealisationPermissions.RECORD)
    ModelAndView propose(Form form, Words t) {
        return PageView.fragment("plan/realisation/serves-again", served.assemble(form, t));
    }
}
