package org.convergence.plan.actionplan.web;

import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.domain.AreasInUse;
import org.convergence.plan.actionplan.domain.LineSearch;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The menu entries of the plan and of each area in use. */
@Configuration(proxyBeanMethods = false)
@Import(PlanMenu.PlanMenuRegistrar.class)
class PlanMenu {

    /** One entry for each area; {@link AreasInUse} decides which are shown. */
    static class PlanMenuRegistrar implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment env) {
            registry.registerBean("plansMenuEntry", MenuEntry.class, spec -> spec.supplier(beans -> plans()));
            for (Area area : Area.values()) {
                registry.registerBean(
                        PlanFormatter.slug(area) + "Entry",
                        MenuEntry.class,
                        spec -> spec.supplier(beans -> entry(area, beans.bean(AreasInUse.class))));
            }
        }
    }

    private static MenuEntry plans() {
        return MenuEntry.of("actionplan.menu", "/plan").requiring(ActionPlanPermissions.READ);
    }

    private static MenuEntry entry(Area area, AreasInUse areas) {
        return MenuEntry.of("actionplan.area." + area.name(), "/plan/actionplan/area/" + PlanFormatter.slug(area))
                .requiring(ActionPlanPermissions.READ)
                .shownIf(() -> areas.has(area));
    }

    /** Lines of plans in the global search. */
    @Bean
    static SearchSource planLineSearch(LineSearch search) {
        return new SearchSource(
                "actionplan.search",
                40,
                ActionPlanPermissions.READ,
                "plan.actionplan_plan",
                null,
                (query, limit, t) ->
                        search.search(query, limit).stream().map(PlanMenu::hit).toList());
    }

    private static SearchHit hit(LineSearch.FoundLine found) {
        String title = found.code() == null ? found.words() : found.code() + " · " + found.words();
        return new SearchHit(
                title, found.plan(), "/plan/actionplan/" + PlanFormatter.slug(found.level()) + "/" + found.id());
    }
}
