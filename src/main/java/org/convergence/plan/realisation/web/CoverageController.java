package org.convergence.plan.realisation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.CoverageQueries;
import org.convergence.plan.realisation.domain.CoverageQueries.CoveredPart;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Region;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows which centrals, regions and committees took part in something during a period, by default the last year. */
@Controller
@Requires(RealisationPermissions.COVERAGE)
record CoverageController(CoverageQueries coverage, OrganisationSettings settings) {

    private static final int MOST = 200;

    private record CoveragePeriod(LocalDate from, LocalDate to) {}

    @GetMapping("/plan/realisation/coverage")
    ModelAndView show(Form form, Words t) {
        LocalDate today = settings.today();
        CoveragePeriod usual = new CoveragePeriod(today.minusYears(1).plusDays(1), today);
        try {
            return page(
                    form,
                    form.read(answers -> {
                        CoveragePeriod asked = new CoveragePeriod(
                                Optional.ofNullable(answers.optionalDate("from"))
                                        .orElse(usual.from()),
                                Optional.ofNullable(answers.optionalDate("to")).orElse(usual.to()));
                        if (asked.from().isAfter(asked.to())) {
                            form.reject("to", "realisation.coverage.order");
                        }
                        return asked;
                    }),
                    t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(page(form, usual, t));
        }
    }

    private ModelAndView page(Form form, CoveragePeriod asked, Words t) {
        if (form.problems().isEmpty()) {
            form.with("from", asked.from()).with("to", asked.to());
        }
        return PageView.pageOrFragment(
                "plan/realisation/coverage",
                "plan/realisation/coverage-groups",
                new CoveragePage(
                        form,
                        t.period(asked.from(), asked.to()),
                        List.of(
                                group("realisation.coverage.centrals", under(OrganisationKind.UNION_CENTRAL, asked), t),
                                group(
                                        "realisation.coverage.regions",
                                        coverage.findRegions(asked.from(), asked.to()),
                                        t),
                                group(
                                        "realisation.coverage.committees",
                                        under(OrganisationKind.COMMITTEE, asked),
                                        t))));
    }

    private List<CoveredPart> under(OrganisationKind kind, CoveragePeriod asked) {
        return coverage.findByKind(kind.name(), asked.from(), asked.to(), MOST);
    }

    private static CoveragePage.CoverageGroup group(String key, List<CoveredPart> parts, Words t) {
        return new CoveragePage.CoverageGroup(
                t.say(key), parts.stream().map(part -> row(part, t)).toList());
    }

    private static CoveragePage.CoverageRow row(CoveredPart part, Words t) {
        boolean region = part.id() == null;
        Tone tone = part.reached() > 0 ? Tone.OK : Tone.WARN;
        LocalDate last = part.last();
        return new CoveragePage.CoverageRow(
                region ? name(part.name()) : part.name(),
                region
                        ? "/directory/people/organisations?place=" + part.name()
                        : "/directory/people/organisations/" + part.id(),
                t.say("realisation.coverage.reached", part.reached(), part.known()),
                last == null
                        ? t.say("realisation.coverage.never")
                        : t.say(
                                part.reached() > 0 ? "realisation.coverage.last" : "realisation.coverage.silent",
                                t.date(last)),
                tone,
                t.say("realisation.coverage.state." + tone.name()));
    }

    private static String name(String place) {
        return Region.findByCode(place.substring(place.indexOf('-') + 1))
                .map(Region::officialName)
                .orElse(place);
    }
}
