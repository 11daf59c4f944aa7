package org.convergence.resources.dues.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.DecisionForm;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.RateId;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.AdoptedRate;
import org.convergence.resources.dues.domain.DuesFormatter;
import org.convergence.resources.dues.domain.RateService;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.domain.Category;
import org.convergence.resources.membership.domain.CategoryService;
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
record RateController(
        RateService rates, CategoryService categories, DecisionForm decisions, OrganisationSettings settings) {

    @GetMapping
    @Requires(DuesPermissions.READ_RATES)
    ModelAndView list(Words t) {
        boolean keeps = CurrentActor.get().may(DuesPermissions.KEEP_RATES);
        LocalDate today = settings.today();
        var inForce = rates.findInForce(today);
        var byCategory = rates.findAll().stream().collect(Collectors.groupingBy(AdoptedRate::category));
        List<Category> all = categories.findAll();
        return PageView.of(
                "resources/dues/rates",
                new RatesPage(
                        all.stream()
                                .map(category -> new RatesPage.CategoryRates(
                                        category.label(),
                                        keeps ? DuesUrls.RATES + "/of/" + category.id() : null,
                                        byCategory.getOrDefault(category.typedId(), List.of()).stream()
                                                .map(it -> row(it, inForce.get(it.category()), today, keeps, t))
                                                .toList()))
                                .toList(),
                        all.isEmpty()));
    }

    private static RatesPage.RateListRow row(
            AdoptedRate it, @Nullable AdoptedRate inForce, LocalDate today, boolean keeps, Words t) {
        Tone tone = it.since().isAfter(today) ? Tone.AHEAD : it.equals(inForce) ? Tone.OK : Tone.REST;
        String number =
                it.decision().number() == null ? "" : ", " + it.decision().number();
        return new RatesPage.RateListRow(
                DuesFormatter.describeRate(it, t),
                t.say(
                                "dues.rate.since",
                                t.date(it.since()),
                                it.decision().body(),
                                t.date(it.decision().date()))
                        + number,
                tone,
                t.say("dues.rate.state." + tone.name()),
                keeps ? DuesUrls.RATES + "/" + it.id().value() : null);
    }

    @GetMapping("/of/{category}")
    ModelAndView adopt(@PathVariable UUID category, Words t) {
        Category of = categories.findById(new CategoryId(category));
        return adopting(of, Form.blank().with("shape", RateShape.PER_CAPITA), t);
    }

    @PostMapping("/of/{category}")
    ModelAndView adopt(@PathVariable UUID category, Form form, Words t) {
        Category of = categories.findById(new CategoryId(category));
        decisions.cite(form);
        return form.submit(
                answers -> RateForm.read(form, answers),
                said -> {
                    rates.adopt(of.typedId(), said.since(), said.rate(), said.decision());
                    return SeeOther.to(DuesUrls.RATES).withNotice("dues.rate.adopted", said.since());
                },
                () -> adopting(of, form, t));
    }

    private ModelAndView adopting(Category of, Form form, Words t) {
        return PageView.of(
                "resources/dues/rate-form",
                new RatePage(
                        "dues.rate.new", of.label(), DuesUrls.RATES + "/of/" + of.id(), form, decisions.options(t)));
    }

    @GetMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Words t) {
        AdoptedRate it = rates.findById(new RateId(id));
        return correcting(it, RateForm.fill(it), t);
    }

    @PostMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        AdoptedRate it = rates.findById(new RateId(id));
        decisions.cite(form);
        return form.submit(
                answers -> RateForm.read(form, answers),
                said -> rates.correct(it.id(), said.version(), said.since(), said.rate(), said.decision()),
                SeeOther.to(DuesUrls.RATES).withNotice("dues.saved"),
                () -> correcting(it, form, t));
    }

    private ModelAndView correcting(AdoptedRate it, Form form, Words t) {
        return PageView.of(
                "resources/dues/rate-form",
                new RatePage(
                        "dues.rate.edit",
                        categories.findById(it.category()).label(),
                        DuesUrls.RATES + "/" + it.id().value(),
                        form,
                        decisions.options(t)));
    }
}
