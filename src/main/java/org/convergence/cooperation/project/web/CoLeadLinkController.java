package org.convergence.cooperation.project.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.domain.CoLeadLinkService;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.SharedProjectQueries;
import org.convergence.cooperation.project.domain.SharedProjectQueries.SharedBudget;
import org.convergence.cooperation.project.domain.SharedProjectQueries.SharedLine;
import org.convergence.cooperation.project.domain.SharedProjectQueries.SharedProject;
import org.convergence.cooperation.project.web.ProjectDecisionPage.CoLeadBudget;
import org.convergence.cooperation.project.web.ProjectDecisionPage.CoLeadLine;
import org.convergence.cooperation.project.web.ProjectDecisionPage.CoLeadPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.joda.money.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a partner that leads a project with us reads its budget, its framework and its decisions. */
@Controller
@Open("a link opens one project to a partner that leads it with us")
record CoLeadLinkController(CoLeadLinkService links, SharedProjectQueries projects, OrganisationSettings settings) {

    @Bean
    static SecretAddress coLeadLinks() {
        return new SecretAddress(CoLeadLinkService.PATH);
    }

    @GetMapping(CoLeadLinkService.PATH + "{secret}")
    ModelAndView open(@PathVariable String secret, PublicVisit visit) {
        ProjectId id = visit.open(secret, () -> links.recordOpening(secret));
        SharedProject shared = projects.find(id);
        Words t = visit.words();
        return PageView.of(
                "cooperation/project/co-lead",
                new CoLeadPage(
                        t,
                        CoLeadLinkService.PATH + secret,
                        shared.project().title(),
                        lead(shared.project(), t),
                        shared.budgets().stream().map(each -> budget(each, t)).toList(),
                        FrameworkController.rows(shared.project(), shared.framework(), false, false, t),
                        shared.decisions(),
                        visit.otherOptions(t)));
    }

    private String lead(ProjectRow it, Words t) {
        return Stream.of(
                        settings.current().name(),
                        it.startsOn() == null && it.endsOn() == null ? "" : t.period(it.startsOn(), it.endsOn()),
                        ProjectFormatter.countries(it, t))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static CoLeadBudget budget(SharedBudget it, Words t) {
        List<CoLeadLine> lines = new ArrayList<>();
        it.lines()
                .forEach(line -> lines.add(
                        line(Objects.requireNonNullElse(line.label(), t.say("public.project.wages")), line, t)));
        lines.add(line(t.say("public.project.total"), it.total(), t));
        return new CoLeadBudget(it.funder().isEmpty() ? it.agreement() : it.agreement() + " · " + it.funder(), lines);
    }

    private static CoLeadLine line(String label, SharedLine it, Words t) {
        return new CoLeadLine(label, money(it.budget(), t), money(it.spent(), t), money(it.left(), t));
    }

    private static String money(Money amount, Words t) {
        return t.money(amount.getAmount(), amount.getCurrencyUnit().getCode());
    }
}
