package org.convergence.home.web;

import java.util.Comparator;
import java.util.List;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of the settings pages that the current user may open. */
@Controller
class SettingsController {

    private final List<SettingsEntry> entries;

    SettingsController(List<SettingsEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(SettingsEntry::order))
                .toList();
    }

    @GetMapping("/home/settings")
    @Requires(HomePermissions.OPEN)
    ModelAndView settings() {
        return Page.of("home/settings", new SettingsPage(offered(entries)));
    }

    private static List<SettingsEntry> offered(List<SettingsEntry> all) {
        Actor actor = CurrentActor.get();
        return all.stream().filter(entry -> actor.may(entry.permission())).toList();
    }

    @Bean
    static MenuEntry settingsMenuEntry(List<SettingsEntry> all) {
        return MenuEntry.of(Group.FOOT, 80, "home.settings", "/home/settings")
                .requiring(HomePermissions.OPEN)
                .shownIf(() -> all.stream().anyMatch(entry -> CurrentActor.get().may(entry.permission())))
                .around(all.stream().map(SettingsEntry::url).toList());
    }
}
