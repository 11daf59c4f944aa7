package org.convergence.home.web;

import org.convergence.home.HomePermissions;
import org.convergence.home.domain.Today;
import org.convergence.home.domain.TodayQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.MenuGroup;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The home page of the staff. */
@Controller
public class TodayController {

    private final TodayQueries todayQueries;

    TodayController(TodayQueries todayQueries) {
        this.todayQueries = todayQueries;
    }

    /** @param all whether the lists show all their rows */
    @GetMapping("/")
    @Requires(HomePermissions.OPEN)
    ModelAndView today(@RequestParam(defaultValue = "false") boolean all, Words t) {
        return PageView.of("home/today", new TodayPage(todayQueries.today(all, t)));
    }

    @Bean
    static MenuEntry todayEntry() {
        return MenuEntry.of(MenuGroup.MAIN, 10, "home.menu", "/").requiring(HomePermissions.OPEN);
    }

    /** The home page of today. */
    public record TodayPage(Today today) {}
}
