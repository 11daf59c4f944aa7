package org.convergence.home.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The staff's first page. */
@Controller
class TodayController {

    private final List<HomeCard> cards;
    private final OrganisationSettings settings;

    TodayController(List<HomeCard> cards, OrganisationSettings settings) {
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.settings = settings;
    }

    @GetMapping("/")
    @Requires(HomePermissions.OPEN)
    ModelAndView today(Words t) {
        return Page.of(
                "home/today",
                new TodayPage(
                        settings.today(),
                        shown(t, card -> card.order() < HomeCard.FOOT),
                        shown(t, card -> card.order() >= HomeCard.FOOT)));
    }

    private List<HomeCard.Card> shown(Words t, Predicate<HomeCard> wanted) {
        Actor actor = CurrentActor.get();
        return cards.stream()
                .filter(wanted)
                .filter(card -> actor.may(card.permission()))
                .map(card -> card.show(t))
                .flatMap(Optional::stream)
                .toList();
    }

    @Bean
    static MenuEntry todayEntry() {
        return MenuEntry.of(Group.MAIN, 10, "home.menu", "/").requiring(HomePermissions.OPEN);
    }
}
