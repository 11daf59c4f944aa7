package org.convergence.outreach.website.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.convergence.platform.access.ClientNetwork;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.EmbeddedPage;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.publicform.PublicLanguages;
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
 * The forms to subscribe and to join, as pages and in frames of other sites; and the page behind the link of a letter,
 * which changes nothing before its button is pressed.
 */
@Controller
@RequestMapping("/public")
@Open("anyone may subscribe or ask to join")
class WebsiteRequestController {

    private final WebsiteRequestService requests;
    private final WebsiteSettingsService website;
    private final PublicFormGuard guard;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;

    WebsiteRequestController(
            WebsiteRequestService requests,
            WebsiteSettingsService website,
            PublicFormGuard guard,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.requests = requests;
        this.website = website;
        this.guard = guard;
        this.languages = languages;
        this.settings = settings;
    }

    @Bean
    static SecretAddress websiteAddress() {
        return new SecretAddress(WebsiteRequestService.PATH);
    }

    @GetMapping({"/website/{form:subscribe|join}", "/embed/{form:subscribe|join}"})
    ModelAndView showForm(
            @PathVariable String form,
            @RequestParam(name = "in", required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        WebsiteRequestKind kind = open(form, request, response);
        guard.open(request, response);
        return page(kind, done != null, Form.blank(), language, request);
    }

    /** @throws NotFound if the organisation does not offer the form */
    private WebsiteRequestKind open(String form, HttpServletRequest request, HttpServletResponse response) {
        WebsiteSettings chosen = website.current();
        if (EmbeddedPage.isEmbedded(request)) {
            EmbeddedPage.open(request, response, chosen.sites());
        }
        WebsiteRequestKind kind = TextParser.constant(form.toUpperCase(Locale.ROOT), WebsiteRequestKind.class)
                .orElseThrow(() -> new NotFound("form"));
        if (!(kind == WebsiteRequestKind.JOIN ? chosen.joining() : chosen.subscribe())) {
            throw new NotFound("form");
        }
        return kind;
    }

    @PostMapping({"/website/{form:subscribe|join}", "/embed/{form:subscribe|join}"})
    ModelAndView ask(
            @PathVariable String form,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Form typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        WebsiteRequestKind kind = open(form, request, response);
        Words t = languages.wordsFor(language, List.of(), request);
        return guard.submit(
                kind.word(),
                request,
                response,
                typed,
                answers -> WebsiteForm.readRequest(answers, kind, t.language().code(), proof(t)),
                (WebsiteRequestFacts facts) -> {
                    requests.receive(facts, ClientNetwork.of(request.getRemoteAddr()));
                    return SeeOther.to(
                            address(kind, request) + "?in=" + t.language().code() + "&done=1");
                },
                () -> page(kind, false, typed, language, request));
    }

    private static String address(WebsiteRequestKind kind, HttpServletRequest request) {
        return (EmbeddedPage.isEmbedded(request) ? EmbeddedPage.PATH : WebsitePage.PUBLIC + "/") + kind.word();
    }

    private ModelAndView page(
            WebsiteRequestKind kind, boolean done, Form form, @Nullable String language, HttpServletRequest request) {
        Words t = languages.wordsFor(language, List.of(), request);
        boolean embedded = EmbeddedPage.isEmbedded(request);
        return PageView.of(
                "outreach/website/public-form",
                new PublicRequestPage(
                        frame(address(kind, request), t),
                        kind,
                        embedded,
                        WebsitePage.PUBLIC + "/" + kind.word(),
                        done,
                        form,
                        guard.shield(kind.word(), request),
                        consent(t),
                        website.findSender()));
    }

    private PublicFrame frame(String address, Words t) {
        WebsiteSettings chosen = website.current();
        return new PublicFrame(
                t, settings.current().name(), address, languages.otherOptions(t), chosen.subscribe(), chosen.joining());
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
    ModelAndView showConfirmation(
            @PathVariable String secret,
            @RequestParam(name = "in", required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        WebsiteRequest found = guard.open(secret, request, response, () -> requests.open(secret));
        Words t = languages.wordsFor(language, List.of(found.language()), request);
        return PageView.of(
                "outreach/website/public-confirm",
                new PublicConfirmPage(frame(WebsiteRequestService.PATH + secret, t), found));
    }

    @PostMapping("/website/confirm/{secret}")
    ModelAndView confirm(
            @PathVariable String secret,
            @RequestParam(name = "in", required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        WebsiteRequest found = guard.open(secret, request, response, () -> requests.open(secret));
        requests.confirm(secret);
        Words t = languages.wordsFor(language, List.of(found.language()), request);
        return SeeOther.to(
                WebsiteRequestService.PATH + secret + "?in=" + t.language().code());
    }
}
