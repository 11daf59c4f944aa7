package org.convergence.education.tool.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.education.tool.domain.Tool.ToolEdition;
import org.convergence.education.tool.domain.ToolConsentService;
import org.convergence.education.tool.domain.ToolConsentService.ToolConsent;
import org.convergence.education.tool.domain.ToolConsentService.ToolConsentFacts;
import org.convergence.education.tool.domain.ToolQueries;
import org.convergence.education.tool.domain.ToolQueries.ToolPart;
import org.convergence.education.tool.web.ShownPeoplePart.ConsentRow;
import org.convergence.education.tool.web.ShownPeoplePart.EditionLink;
import org.convergence.education.tool.web.ToolPage.ToolFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Consents of the people that an edition shows: added, withdrawn, resumed, removed once replaced. */
@Controller
@RequestMapping("/education/tool/{id}/editions/{edition}/consents")
@Requires(ToolPermissions.EDIT)
record ToolConsentController(ToolConsentService consents, ToolQueries queries) {

    @GetMapping
    ModelAndView add(@PathVariable ToolId id, @PathVariable UUID edition, Words t) {
        return formPage(id, edition, Form.blank(), t);
    }

    @PostMapping
    ModelAndView add(@PathVariable ToolId id, @PathVariable UUID edition, Form form, Words t) {
        requireEdition(id, edition);
        return form.submit(
                answers -> new ToolConsentFacts(
                        answers.get(ToolForm.SHOWN), answers.get(ToolForm.KEPT_AT), answers.find(ToolForm.UNTIL)),
                facts -> {
                    consents.add(edition, facts);
                    return saved(id);
                },
                () -> formPage(id, edition, form, t));
    }

    private ToolEdition requireEdition(ToolId id, UUID edition) {
        return queries.findEditions(id).stream()
                .filter(each -> each.id().equals(edition))
                .findFirst()
                .orElseThrow(() -> new NotFound("tool"));
    }

    private static SeeOther saved(ToolId id) {
        return SeeOther.to(ToolPage.url(id) + "#people").withNotice("tool.saved");
    }

    private ModelAndView formPage(ToolId id, UUID edition, Form form, Words t) {
        ToolEdition shown = requireEdition(id, edition);
        return PageView.of(
                "education/tool/form",
                new ToolFormPage(
                        "consent",
                        t.say("tool.consent.title", edition(shown.label(), shown.language(), t)),
                        url(id, edition),
                        ToolPage.url(id),
                        queries.findById(id).title(),
                        form,
                        List.of(),
                        null,
                        false));
    }

    @PostMapping("/{consent}/withdraw")
    ModelAndView withdraw(@PathVariable ToolId id, @PathVariable UUID edition, @PathVariable UUID consent) {
        queries.requirePart(id, ToolPart.CONSENT, consent);
        consents.setWithdrawn(consent, true);
        return SeeOther.to(ToolPage.url(id) + "#people")
                .withNotice("tool.consent.withdrawn")
                .withUndo(url(id, edition) + "/" + consent + "/resume");
    }

    @PostMapping("/{consent}/resume")
    ModelAndView resume(@PathVariable ToolId id, @PathVariable UUID edition, @PathVariable UUID consent) {
        queries.requirePart(id, ToolPart.CONSENT, consent);
        consents.setWithdrawn(consent, false);
        return saved(id);
    }

    @PostMapping("/{consent}/remove")
    ModelAndView remove(@PathVariable ToolId id, @PathVariable UUID edition, @PathVariable UUID consent) {
        queries.requirePart(id, ToolPart.CONSENT, consent);
        consents.remove(consent);
        return saved(id);
    }

    /** An edition with its language: two languages often share a label. */
    private static String edition(String label, String language, Words t) {
        return label + ", " + t.languageName(language);
    }

    private static String url(ToolId id, UUID edition) {
        return ToolPage.url(id) + "/editions/" + edition + "/consents";
    }

    /** The consents of a tool, for its page. */
    static ShownPeoplePart part(
            ToolId id, List<ToolConsent> all, List<ToolEdition> editions, boolean mayEdit, LocalDate today, Words t) {
        return new ShownPeoplePart(
                all.stream().map(each -> row(id, each, mayEdit, today, t)).toList(),
                all.stream()
                        .filter(each -> !each.isInForce(today))
                        .map(each -> each.left() > 0 && each.places() != null
                                ? t.say(
                                        "tool.consent.take-back",
                                        edition(each.label(), each.language(), t),
                                        each.left(),
                                        each.places())
                                : t.say("tool.consent.over", edition(each.label(), each.language(), t)))
                        .distinct()
                        .toList(),
                mayEdit
                        ? editions.stream()
                                .map(each -> new EditionLink(
                                        t.say("tool.consent.title", edition(each.label(), each.language(), t)),
                                        url(id, each.id())))
                                .toList()
                        : List.of());
    }

    private static ConsentRow row(ToolId id, ToolConsent it, boolean mayEdit, LocalDate today, Words t) {
        boolean isWithdrawn = it.withdrawnOn() != null;
        String url = url(id, it.edition()) + "/" + it.id();
        String state = isWithdrawn ? "withdrawn" : it.isInForce(today) ? "lasts" : "ended";
        return new ConsentRow(
                it.shown(),
                String.join(
                        " · ",
                        Stream.of(
                                        edition(it.label(), it.language(), t),
                                        it.keptAt(),
                                        it.untilOn() == null ? "" : t.say("tool.consent.until", it.untilOn()))
                                .filter(each -> !each.isEmpty())
                                .toList()),
                it.isInForce(today) ? Tone.OK : Tone.BAD,
                t.say("tool.consent.state." + state),
                isWithdrawn,
                mayEdit ? url + (isWithdrawn ? "/resume" : "/withdraw") : null,
                mayEdit && !it.isInForce(today) ? url + "/remove" : null);
    }
}
