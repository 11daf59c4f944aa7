package org.convergence.plan.actionplan.web;

import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.domain.AreasInUse;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The menu entries of the plan and of each area in use, in order. */
@Configuration(proxyBeanMethods = false)
@Import(PlanMenu.Entries.class)
class PlanMenu {

    /** One entry for each area; {@link AreasInUse} decides which are shown. */
    static class Entries implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment env) {
            registry.registerBean("plansMenuEntry", MenuEntry.class, spec -> spec.supplier(beans -> plans()));
            int order = 0;
            for (Area area : Area.values()) {
                order += 10;
                int place = order;
                registry.registerBean(
                        Saying.slug(area) + "Entry",
                        MenuEntry.class,
                        spec -> spec.supplier(beans -> entry(place, area, beans.bean(AreasInUse.class))));
            }
        }
    }

    private static MenuEntry plans() {
        return MenuEntry.of(Group.MAIN, 20, "actionplan.menu", "/plan").requiring(ActionPlanPermissions.READ);
    }

    private static MenuEntry entry(int place, Area area, AreasInUse areas) {
        return MenuEntry.of(
                        Group.AREA,
                        place,
                        "actionplan.area." + area.name(),
                        "/plan/actionplan/area/" + Saying.slug(area))
                .requiring(ActionPlanPermissions.READ)
                .shownIf(() -> areas.has(area));
    }
}
