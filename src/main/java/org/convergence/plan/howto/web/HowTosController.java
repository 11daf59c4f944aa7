package org.convergence.plan.howto.web;

import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowTos;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of how-tos, those that need review first. */
@Controller
@Requires(HowToPermissions.READ)
class HowTosController {

    private final HowTos howTos;
    private final OrganisationSettings settings;

    HowTosController(HowTos howTos, OrganisationSettings settings) {
        this.howTos = howTos;
        this.settings = settings;
    }

    @GetMapping("/plan/howto")
    ModelAndView list(Words t) {
        List<HowTo> all = howTos.all();
        Map<HowToId, List<PlanLine>> served =
                howTos.served(all.stream().map(HowTo::id).toList());
        var groups = HowToRows.groups(all, served, it -> it.trust(settings.today()), t);
        return Page.of(
                "plan/howto/list", new HowTosPage(groups, CurrentActor.get().may(HowToPermissions.WRITE)));
    }
}
