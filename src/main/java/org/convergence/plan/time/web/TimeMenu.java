package org.convergence.plan.time.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry and the tabs of hours. */
@Configuration(proxyBeanMethods = false)
class TimeMenu {

    static final String ROOM = "/plan/time";

    @Bean
    static MenuEntry timeMenuEntry() {
        return MenuEntry.of("time.menu", ROOM).requiring(TimePermissions.READ);
    }

    /** The tabs that the current actor may open. */
    static List<Tab> tabs(String current, Words t) {
        List<Tab> tabs = new ArrayList<>();
        tab(tabs, TimePermissions.OWN, "week", current, t);
        tab(tabs, TimePermissions.READ, "capacity", current, t);
        tab(tabs, TimePermissions.APPROVE, "sheets", current, t);
        tab(tabs, TimePermissions.KEEP, "contracts", current, t);
        tab(tabs, TimePermissions.KEEP, "leave", current, t);
        tab(tabs, TimePermissions.READ, "calendar", current, t);
        return tabs;
    }

    private static void tab(List<Tab> tabs, String permission, String name, String current, Words t) {
        Actor actor = CurrentActor.get();
        if (actor.may(permission)) {
            tabs.add(new Tab(t.say("time.tab." + name), ROOM + "/" + name, name.equals(current)));
        }
    }
}
