package org.convergence.safety.incident.web;

import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.IncidentPolicy;
import org.convergence.safety.incident.domain.IncidentPolicy.KindFigure;
import org.convergence.safety.incident.domain.SafetyIncidentQueries;
import org.convergence.safety.incident.domain.SafetyIncidentQueries.YearFigures;
import org.convergence.safety.incident.web.SafetyIncidentPage.FigureYear;
import org.convergence.safety.incident.web.SafetyIncidentPage.FiguresPage;
import org.convergence.safety.incident.web.SafetyIncidentPage.IncidentListPage;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The incidents that the actor may see, and the figures for the board. */
@Controller
@RequestMapping("/safety/incident")
@Requires(IncidentPermissions.FOLLOW)
class SafetyIncidentListController {

    private final SafetyIncidentQueries queries;

    SafetyIncidentListController(SafetyIncidentQueries queries) {
        this.queries = queries;
    }

    @GetMapping
    ModelAndView list(Words t) {
        Actor actor = CurrentActor.get();
        return PageView.of(
                "safety/incident/incidents",
                new IncidentListPage(
                        queries.findOwn().stream()
                                .map(each -> SafetyIncidentPageAssembler.item(each, t))
                                .toList(),
                        actor.may(IncidentPermissions.NOTE),
                        actor.may(IncidentPermissions.FIGURES)));
    }

    @GetMapping("/figures")
    @Requires(IncidentPermissions.FIGURES)
    ModelAndView figures(Words t) {
        return PageView.of(
                "safety/incident/figures",
                new FiguresPage(
                        queries.findFigures().stream()
                                .map(each -> year(each, t))
                                .toList(),
                        t.say("incident.figures.lessons", queries.countOpenLessons())));
    }

    private static FigureYear year(YearFigures year, Words t) {
        Integer total = year.kinds().total();
        String few = t.say("incident.figures.few", IncidentPolicy.LEAST_SHOWN);
        Integer nearMisses = year.nearMisses();
        List<KindFigure> kinds = year.kinds().byKind();
        return new FigureYear(
                String.valueOf(year.year()),
                total == null ? few : t.number(total),
                total == null || nearMisses == null ? "–" : t.number(nearMisses),
                kinds.stream()
                        .map(each -> t.say(
                                "incident.figures.kind",
                                each.kind() == null
                                        ? t.say("incident.figures.others")
                                        : t.say(each.kind().key()),
                                each.count()))
                        .toList());
    }

    @Bean
    static MenuEntry incidentMenuEntry() {
        return MenuEntry.of("incident.menu", SafetyIncidentPage.LIST).requiring(IncidentPermissions.FOLLOW);
    }
}
