package org.convergence.plan.time.web;

import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The entry page: one's own week with the permission to fill one in, else the capacity of the team. */
@Controller
@RequestMapping("/plan/time")
class TimeController {

    @GetMapping
    @Requires(TimePermissions.READ)
    ModelAndView open() {
        Actor actor = CurrentActor.get();
        boolean hers = actor.personId() != null && actor.may(TimePermissions.OWN);
        return SeeOther.to(TimeMenu.ROOM + (hers ? "/week" : "/capacity"));
    }
}
