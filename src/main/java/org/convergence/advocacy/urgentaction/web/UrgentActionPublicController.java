package org.convergence.advocacy.urgentaction.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnFacts;
import org.convergence.advocacy.urgentaction.domain.SignOnService;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentActionPolicy;
import org.convergence.advocacy.urgentaction.domain.UrgentActionPublicService;
import org.convergence.advocacy.urgentaction.domain.UrgentActionPublicService.PublicAction;
import org.convergence.advocacy.urgentaction.web.UrgentActionPublicPage.LetterRecipient;
import org.convergence.advocacy.urgentaction.web.UrgentActionPublicPage.OverPage;
import org.convergence.advocacy.urgentaction.web.UrgentActionPublicPage.PublicNews;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public page of an urgent action: letters that each reader sends from their own mail program (R-ADV-7), and the
 * form by which an organisation signs. Once the action is over it answers 410.
 */
@Controller
@RequestMapping("/public/urgent-action/{code}")
@Open("public words, shown as long as the yes lasts")
class UrgentActionPublicController {

    /** From so many organisations on, their people are told together: the headcount of one is not public. */
    private static final int FEWEST_COUNTED = 3;

    private static final String FORM = "urgentaction";

    /** Mail programs cut longer links. */
    private static final int LONGEST_MAIL = 1_400;

    private final UrgentActionPublicService actions;
    private final SignOnService signOns;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;

    UrgentActionPublicController(
            UrgentActionPublicService actions,
            SignOnService signOns,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.actions = actions;
        this.signOns = signOns;
        this.languages = languages;
        this.settings = settings;
    }

    @Bean
    static SecretAddress urgentActionAddress() {
        return new SecretAddress(UrgentActionPublicService.PATH);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(name = "signed", required = false) @Nullable String signed,
            PublicVisit visit) {
        visit.open();
        Words asked = visit.words();
        return actions.find(code)
                .map(it -> page(it, asked, Form.blank(), signed != null, visit))
                .orElseGet(() -> over(asked));
    }

    @PostMapping
    ModelAndView sign(@PathVariable String code, Form form, PublicVisit visit) {
        visit.open();
        Words asked = visit.words();
        Optional<PublicAction> found = actions.find(code);
        if (found.isEmpty()) {
            return over(asked);
        }
        PublicAction it = found.get();
        String in = text(it, asked).language();
        return visit.submit(
                FORM,
                form,
                answers -> SignOnForm.read(answers, answers.get(SignOnForm.ORGANISATION), in, settings.today()),
                (SignOnFacts facts) -> {
                    signOns.sign(it.action().id(), facts);
                    return SeeOther.to(UrgentActionPublicService.PATH + code + "?signed=yes&in=" + in);
                },
                () -> page(it, asked, form, false, visit));
    }

    private static ModelAndView over(Words t) {
        ModelAndView page = PageView.of("advocacy/urgentaction/over", new OverPage(t));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static PublicText text(PublicAction it, Words asked) {
        return it.wording().textIn(asked.language().code()).orElseThrow();
    }

    private ModelAndView page(PublicAction it, Words asked, Form form, boolean thanks, PublicVisit visit) {
        PublicText text = text(it, asked);
        Words t = languages.wordsFor(text.language());
        LocalDate today = settings.today();
        String address = UrgentActionPublicService.PATH + it.action().code();
        return PageView.of(
                "advocacy/urgentaction/public",
                new UrgentActionPublicPage(
                        t,
                        text,
                        t.say(
                                "public.urgentaction.by",
                                settings.current().name(),
                                it.action().partnerName()),
                        t.say(
                                "public.urgentaction.until",
                                t.dayAndDate(it.action().expiresOn())),
                        UrgentActionPolicy.findReachable(it.wording().targets(), today).stream()
                                .map(each -> recipient(each, text, t))
                                .toList(),
                        it.updates().stream()
                                .map(each -> new PublicNews(
                                        t.date(settings.dayOf(each.postedAt())), each.text(text.language())))
                                .toList(),
                        it.count().organisations() < FEWEST_COUNTED
                                ? null
                                : t.say(
                                        "public.urgentaction.count",
                                        it.count().organisations(),
                                        it.count().atLeast(),
                                        it.count().day()),
                        it.signatories(),
                        thanks,
                        address,
                        address + "?in=" + text.language(),
                        visit.otherOptions(t).stream()
                                .filter(each -> it.wording().texts().stream()
                                        .anyMatch(written -> written.language().equals(each.value())))
                                .toList(),
                        visit.shield(FORM),
                        form));
    }

    private static LetterRecipient recipient(TargetInOffice target, PublicText text, Words t) {
        String letter = target.salutation() + "\n\n" + t.say("public.urgentaction.own-words") + "\n\n" + text.letter();
        String link = "mailto:" + target.mail() + "?subject=" + encode(text.subject()) + "&body="
                + encode(TextShortener.shorten(letter, LONGEST_MAIL).replace("\n", "\r\n"));
        return new LetterRecipient(target.name(), target.office(), target.mail(), target.salutation(), link);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
