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
import org.convergence.platform.shell.NextDeadline;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The staff's first page. */
@Controller
class TodayController {

    private final List<HomeCard> cards;
    private final List<NextDeadline> deadlines;
    private final OrganisationSettings settings;

    TodayController(List<HomeCard> cards, List<NextDeadline> deadlines, OrganisationSettings settings) {
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @GetMapping("/")
    @Requires(HomePermissions.OPEN)
    ModelAndView today(Words t) {
        List<HomeCard.Card> asking = shown(t, card -> card.order() < HomeCard.NEWS);
        return Page.of(
                "home/today",
                new TodayPage(
                        settings.today(),
                        asking,
                        asking.isEmpty() ? next(t) : null,
                        shown(t, card -> card.order() >= HomeCard.NEWS && card.order() < HomeCard.FOOT),
                        shown(t, card -> card.order() >= HomeCard.FOOT)));
    }

    private NextDeadline.@Nullable Due next(Words t) {
        Actor actor = CurrentActor.get();
        return deadlines.stream()
                .filter(deadline -> actor.may(deadline.permission()))
                .flatMap(deadline -> deadline.next(t).stream())
                .min(Comparator.comparing(NextDeadline.Due::day))
                .orElse(null);
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
