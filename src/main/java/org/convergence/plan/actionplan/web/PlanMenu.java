package org.convergence.plan.actionplan.web;

import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.domain.AreasInUse;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plan in the navigation, and each area that has something in it. */
@Configuration(proxyBeanMethods = false)
class PlanMenu {

    @Bean
    static MenuEntry plansMenuEntry() {
        return MenuEntry.of(Group.MAIN, 20, "actionplan.menu", "/plan").requiring(ActionPlanPermissions.READ);
    }

    @Bean
    static MenuEntry educationEntry(AreasInUse areas) {
        return entry(10, Area.EDUCATION, areas);
    }

    @Bean
    static MenuEntry cooperationEntry(AreasInUse areas) {
        return entry(20, Area.COOPERATION, areas);
    }

    @Bean
    static MenuEntry advocacyEntry(AreasInUse areas) {
        return entry(30, Area.ADVOCACY, areas);
    }

    @Bean
    static MenuEntry outreachEntry(AreasInUse areas) {
        return entry(40, Area.OUTREACH, areas);
    }

    @Bean
    static MenuEntry resourcesEntry(AreasInUse areas) {
        return entry(50, Area.RESOURCES, areas);
    }

    @Bean
    static MenuEntry safetyEntry(AreasInUse areas) {
        return entry(60, Area.SAFETY, areas);
    }

    private static MenuEntry entry(int order, Area area, AreasInUse areas) {
        return MenuEntry.of(
                        Group.AREA,
                        order,
                        "actionplan.area." + area.name(),
                        "/plan/actionplan/area/" + Saying.slug(area))
                .requiring(ActionPlanPermissions.READ)
                .shownIf(() -> areas.has(area));
    }
}
