package org.convergence.plan.howto.web;

import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanTab;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowToQueries;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of how-tos, those that need review first. */
@Controller
@Requires(HowToPermissions.READ)
record HowToListController(HowToQueries howTos, OrganisationSettings settings) {

    @GetMapping("/plan/howto")
    ModelAndView list(Words t) {
        List<HowTo> all = howTos.findAll();
        Map<HowToId, List<PlanLine>> served =
                howTos.findServedLines(all.stream().map(HowTo::id).toList());
        var groups = HowToFormatter.groups(all, served, it -> it.trust(settings.today()), t);
        return PageView.of(
                "plan/howto/list", new HowToListPage(groups, CurrentActor.get().may(HowToPermissions.WRITE)));
    }

    @Bean
    static PlanTab howTosOfPlans() {
        return new PlanTab(70, "howto.tab", HowToPermissions.READ, plan -> HowToFormatter.ROOM);
    }

    @Bean
    static SearchSource howToSearch(HowToQueries howTos) {
        return new SearchSource(
                "howto.tab",
                42,
                HowToPermissions.READ,
                "plan.howto",
                null,
                (query, limit, t) -> howTos.search(query.replace("\0", ""), limit).stream()
                        .map(it -> new SearchHit(it.title(), "", HowToFormatter.url(it, "")))
                        .toList());
    }
}
