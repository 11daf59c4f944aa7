package org.convergence.resources.delegation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.convergence.resources.delegation.BylawId;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.delegation.domain.Bylaw;
import org.convergence.resources.delegation.domain.BylawService;
import org.convergence.resources.delegation.web.BylawPage.BylawsPage;
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

/** Lists tables of delegates and votes by category, adopts and corrects them. */
@Controller
@RequestMapping("/resources/delegation/bylaws")
@Requires(DelegationPermissions.KEEP)
record BylawController(
        BylawService bylaws, CategoryService categories, DecisionForm decisions, OrganisationSettings settings) {

    private static final String FORM = "resources/delegation/bylaw-form";

    @GetMapping
    @Requires(DelegationPermissions.READ)
    ModelAndView list(Words t) {
        boolean keeps = CurrentActor.get().may(DelegationPermissions.KEEP);
        LocalDate today = settings.today();
        Map<CategoryId, Bylaw> inForce = bylaws.findInForce(today);
        Map<CategoryId, List<Bylaw>> byCategory =
                bylaws.findAll().stream().collect(Collectors.groupingBy(Bylaw::category));
        return PageView.of(
                "resources/delegation/bylaws",
                new BylawsPage(categories.findAll().stream()
                        .map(category -> new BylawsPage.CategoryBylaws(
                                category.label(),
                                keeps ? DelegationListPage.BYLAWS + "/of/" + category.id() : null,
                                byCategory.getOrDefault(category.typedId(), List.of()).stream()
                                        .map(it -> row(it, inForce.get(it.category()), today, keeps, t))
                                        .toList()))
                        .toList()));
    }

    private static BylawsPage.BylawListRow row(
            Bylaw it, @Nullable Bylaw inForce, LocalDate today, boolean keeps, Words t) {
        Tone tone = it.since().isAfter(today) ? Tone.AHEAD : it.equals(inForce) ? Tone.OK : Tone.REST;
        String number =
                it.decision().number() == null ? "" : ", " + it.decision().number();
        return new BylawsPage.BylawListRow(
                DelegationFormatter.formatTable(it.table(), t),
                t.say(
                                "delegation.bylaw.detail",
                                t.capital(DelegationFormatter.formatArticle(it, t)),
                                it.decision().body(),
                                it.decision().date())
                        + number,
                tone,
                t.say("delegation.bylaw.state." + tone.name()),
                keeps ? DelegationListPage.BYLAWS + "/" + it.id().value() : null);
    }

    @GetMapping("/of/{category}")
    ModelAndView adopt(@PathVariable UUID category, Words t) {
        return adopting(categories.findById(new CategoryId(category)), Form.blank(), t);
    }

    @PostMapping("/of/{category}")
    ModelAndView adopt(@PathVariable UUID category, Form form, Words t) {
        Category of = categories.findById(new CategoryId(category));
        decisions.cite(form);
        return form.submit(
                answers -> BylawForm.read(form, answers),
                said -> {
                    bylaws.adopt(of.typedId(), said.since(), said.table(), said.article(), said.decision());
                    return SeeOther.to(DelegationListPage.BYLAWS).withNotice("delegation.bylaw.adopted", said.since());
                },
                () -> adopting(of, form, t));
    }

    private ModelAndView adopting(Category of, Form form, Words t) {
        return PageView.of(
                FORM,
                new BylawPage(
                        "delegation.bylaw.new",
                        of.label(),
                        DelegationListPage.BYLAWS + "/of/" + of.id(),
                        form,
                        decisions.options(t)));
    }

    @GetMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Words t) {
        Bylaw it = bylaws.findById(new BylawId(id));
        return correcting(it, BylawForm.toForm(it), t);
    }

    @PostMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        Bylaw it = bylaws.findById(new BylawId(id));
        decisions.cite(form);
        return form.submit(
                answers -> BylawForm.read(form, answers),
                said -> bylaws.correct(
                        it.id(), said.version(), said.since(), said.table(), said.article(), said.decision()),
                SeeOther.to(DelegationListPage.BYLAWS).withNotice("delegation.saved"),
                () -> correcting(it, form, t));
    }

    private ModelAndView correcting(Bylaw it, Form form, Words t) {
        return PageView.of(
                FORM,
                new BylawPage(
                        "delegation.bylaw.edit",
                        categories.findById(it.category()).label(),
                        DelegationListPage.BYLAWS + "/" + it.id().value(),
                        form,
                        decisions.options(t)));
    }
}
