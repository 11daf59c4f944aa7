package org.convergence.outreach.website.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.outreach.website.domain.WebsiteRequest;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestFacts;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestKind;
import org.convergence.outreach.website.domain.WebsiteRequestService;
import org.convergence.outreach.website.domain.WebsiteSettings;
import org.convergence.outreach.website.domain.WebsiteSettingsService;
import org.convergence.outreach.website.web.WebsitePage.PublicConfirmPage;
import org.convergence.outreach.website.web.WebsitePage.PublicFrame;
import org.convergence.outreach.website.web.WebsitePage.PublicRequestPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.publicform.EmbeddedPage;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The forms to subscribe, to join and to ask, as pages and in frames of other sites; and the page behind the link of a letter,
 * which changes nothing before its button is pressed.
 */
@Controller
@RequestMapping("/public")
@Open("anyone may subscribe, ask to join or ask something")
record WebsiteRequestController(
        WebsiteRequestService requests,
        WebsiteSettingsService website,
        LetterStatusService letters,
        OrganisationSettings settings) {

    @Bean
    static SecretAddress websiteAddress() {
        return new SecretAddress(WebsiteRequestService.PATH);
    }

    @GetMapping({"/website/{form:subscribe|join|ask}", "/embed/{form:subscribe|join|ask}"})
    ModelAndView showForm(
            @PathVariable String form, @RequestParam(required = false) @Nullable String done, PublicVisit visit) {
        WebsiteRequestKind kind = open(form, visit);
        visit.open();
        return page(kind, done != null, Form.blank(), visit);
    }

    /** @throws NotFound if the organisation does not offer the form */
    private WebsiteRequestKind open(String form, PublicVisit visit) {
        WebsiteSettings chosen = website.current();
        if (EmbeddedPage.isEmbedded(visit.request())) {
            EmbeddedPage.open(visit.request(), visit.response(), chosen.sites());
        }
        WebsiteRequestKind kind = TextParser.constant(form.toUpperCase(Locale.ROOT), WebsiteRequestKind.class)
                .orElseThrow(() -> new NotFound("form"));
        if (!chosen.offers(kind)) {
            throw new NotFound("form");
        }
        return kind;
    }

    @PostMapping({"/website/{form:subscribe|join|ask}", "/embed/{form:subscribe|join|ask}"})
    ModelAndView ask(@PathVariable String form, Form typed, PublicVisit visit) {
        WebsiteRequestKind kind = open(form, visit);
        Words t = visit.words();
        return visit.submit(
                kind.word(),
                typed,
                answers -> WebsiteForm.readRequest(answers, kind, t.language().code(), proof(t)),
                (WebsiteRequestFacts facts) -> {
                    requests.receive(facts);
                    return SeeOther.to(
                            address(kind, visit) + "?in=" + t.language().code() + "&done=1");
                },
                () -> page(kind, false, typed, visit));
    }

    private static String address(WebsiteRequestKind kind, PublicVisit visit) {
        return (EmbeddedPage.isEmbedded(visit.request()) ? EmbeddedPage.PATH : WebsitePage.PUBLIC + "/") + kind.word();
    }

    private ModelAndView page(WebsiteRequestKind kind, boolean done, Form form, PublicVisit visit) {
        Words t = visit.words();
        boolean embedded = EmbeddedPage.isEmbedded(visit.request());
        return PageView.of(
                "outreach/website/public-form",
                new PublicRequestPage(
                        frame(address(kind, visit), t, visit),
                        kind,
                        embedded,
                        WebsitePage.PUBLIC + "/" + kind.word(),
                        done ? letters.promise(t.say("public.website.done." + kind), t) : null,
                        form,
                        visit.shield(kind.word()),
                        consent(t),
                        website.findSender()));
    }

    private PublicFrame frame(String address, Words t, PublicVisit visit) {
        return new PublicFrame(t, settings.current().name(), address, visit.otherOptions(t), website.current());
    }

    /** The words of the consent (R-CASL-3). */
    private String consent(Words t) {
        return t.say("public.website.consent", settings.current().name());
    }

    /** What the visitor saw: the consent, how to withdraw it, and the sender (R-CASL-3). */
    private String proof(Words t) {
        return Stream.concat(
                        Stream.of(
                                consent(t),
                                t.say("public.website.consent.stop"),
                                settings.current().name()),
                        website.findSender().stream())
                .collect(Collectors.joining("\n"));
    }

    @GetMapping("/website/confirm/{secret}")
    ModelAndView showConfirmation(@PathVariable String secret, PublicVisit visit) {
        WebsiteRequest found = visit.open(secret, () -> requests.open(secret));
        Words t = visit.words(List.of(found.language()));
        return PageView.of(
                "outreach/website/public-confirm",
                new PublicConfirmPage(frame(WebsiteRequestService.PATH + secret, t, visit), found));
    }

    @PostMapping("/website/confirm/{secret}")
    ModelAndView confirm(@PathVariable String secret, PublicVisit visit) {
        WebsiteRequest found = visit.open(secret, () -> requests.open(secret));
        requests.confirm(secret);
        Words t = visit.words(List.of(found.language()));
        return SeeOther.to(
                WebsiteRequestService.PATH + secret + "?in=" + t.language().code());
    }
}
