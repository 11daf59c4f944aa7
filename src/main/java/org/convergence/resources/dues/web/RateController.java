package org.convergence.resources.dues.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.CitedDecisions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.RateId;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.AdoptedRate;
import org.convergence.resources.dues.domain.Computations;
import org.convergence.resources.dues.domain.RateKeeping;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.domain.Category;
import org.convergence.resources.membership.domain.CategoryKeeping;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists rates by category, enters them with the decision that adopted them, and corrects them. */
@Controller
@RequestMapping("/resources/dues/rates")
@Requires(DuesPermissions.KEEP_RATES)
class RateController {

    private final RateKeeping rates;
    private final CategoryKeeping categories;
    private final CitedDecisions decisions;
    private final OrganisationSettings settings;

    RateController(
            RateKeeping rates, CategoryKeeping categories, CitedDecisions decisions, OrganisationSettings settings) {
        this.rates = rates;
        this.categories = categories;
        this.decisions = decisions;
        this.settings = settings;
    }

    @GetMapping
    @Requires(DuesPermissions.READ_RATES)
    ModelAndView list(Words t) {
        boolean keeps = CurrentActor.get().may(DuesPermissions.KEEP_RATES);
        LocalDate today = settings.today();
        var inForce = rates.on(today);
        var byCategory = rates.all().stream().collect(Collectors.groupingBy(AdoptedRate::category));
        List<Category> all = categories.all();
        return Page.of(
                "resources/dues/rates",
                new RatesPage(
                        all.stream()
                                .map(category -> new RatesPage.Group(
                                        category.label(),
                                        keeps ? Urls.RATES + "/of/" + category.id() : null,
                                        byCategory.getOrDefault(category.typedId(), List.of()).stream()
                                                .map(it -> row(it, inForce.get(it.category()), today, keeps, t))
                                                .toList()))
                                .toList(),
                        keeps,
                        all.isEmpty()));
    }

    private static RatesPage.Row row(
            AdoptedRate it, @Nullable AdoptedRate inForce, LocalDate today, boolean keeps, Words t) {
        Tone tone = it.since().isAfter(today) ? Tone.AHEAD : it.equals(inForce) ? Tone.OK : Tone.REST;
        String number =
                it.decision().number() == null ? "" : ", " + it.decision().number();
        return new RatesPage.Row(
                Computations.rate(it, t),
                t.say(
                                "dues.rate.since",
                                t.date(it.since()),
                                it.decision().body(),
                                t.date(it.decision().date()))
                        + number,
                tone,
                t.say("dues.rate.state." + tone.name()),
                keeps ? Urls.RATES + "/" + it.id().value() : null);
    }

    @GetMapping("/of/{category}")
    ModelAndView adopt(@PathVariable UUID category, Words t) {
        Category of = categories.one(new CategoryId(category));
        return adopting(of, Form.blank().with("shape", RateShape.PER_CAPITA), t);
    }

    @PostMapping("/of/{category}")
    ModelAndView adopt(@PathVariable UUID category, Form form, Words t) {
        Category of = categories.one(new CategoryId(category));
        decisions.cite(form);
        return form.submit(
                answers -> RateForms.read(form, answers),
                said -> {
                    rates.adopt(of.typedId(), said.since(), said.rate(), said.decision());
                    return Go.to(Urls.RATES).saying("dues.rate.adopted", said.since());
                },
                () -> adopting(of, form, t));
    }

    private ModelAndView adopting(Category of, Form form, Words t) {
        return Page.of(
                "resources/dues/rate-form",
                new RatePage("dues.rate.new", of.label(), Urls.RATES + "/of/" + of.id(), form, decisions.options(t)));
    }

    @GetMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Words t) {
        AdoptedRate it = rates.one(new RateId(id));
        return correcting(it, RateForms.of(it), t);
    }

    @PostMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        AdoptedRate it = rates.one(new RateId(id));
        decisions.cite(form);
        return form.submit(
                answers -> RateForms.read(form, answers),
                said -> {
                    rates.correct(it.id(), said.version(), said.since(), said.rate(), said.decision());
                    return Go.to(Urls.RATES).saying("dues.saved");
                },
                () -> correcting(it, form, t));
    }

    private ModelAndView correcting(AdoptedRate it, Form form, Words t) {
        return Page.of(
                "resources/dues/rate-form",
                new RatePage(
                        "dues.rate.edit",
                        categories.one(it.category()).label(),
                        Urls.RATES + "/" + it.id().value(),
                        form,
                        decisions.options(t)));
    }
}
