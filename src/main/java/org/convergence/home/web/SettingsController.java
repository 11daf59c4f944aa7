package org.convergence.home.web;

import java.util.Comparator;
import java.util.List;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SettingsPageEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of the settings pages that the current user may open. */
@Controller
class SettingsController {

    private final List<SettingsPageEntry> entries;

    SettingsController(List<SettingsPageEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(SettingsPageEntry::order))
                .toList();
    }

    @GetMapping("/home/settings")
    @Requires(HomePermissions.OPEN)
    ModelAndView settings() {
        return PageView.of("home/settings", new SettingsPage(offered(entries)));
    }

    private static List<SettingsPageEntry> offered(List<SettingsPageEntry> all) {
        Actor actor = CurrentActor.get();
        return all.stream().filter(entry -> actor.may(entry.permission())).toList();
    }

    @Bean
    static MenuEntry settingsMenuEntry(List<SettingsPageEntry> all) {
        return MenuEntry.of("home.settings", "/home/settings")
                .requiring(HomePermissions.OPEN)
                .shownIf(() -> all.stream().anyMatch(entry -> CurrentActor.get().may(entry.permission())))
                .withAddresses(all.stream().map(SettingsPageEntry::url).toList());
    }
}
