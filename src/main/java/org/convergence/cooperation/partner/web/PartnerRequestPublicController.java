package org.convergence.cooperation.partner.web;

import org.convergence.cooperation.partner.domain.PublicPartnerRequestService;
import org.convergence.platform.access.Open;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public form for requests of partners. */
@Controller
@RequestMapping(PartnerRequestPublicController.PATH)
@Open("anyone may ask us to work together")
record PartnerRequestPublicController(PublicPartnerRequestService requests, OrganisationSettings settings) {

    static final String PATH = "/public/partner";
    private static final String FORM = "partner";

    @GetMapping
    ModelAndView open(@RequestParam(required = false) @Nullable String done, PublicVisit visit) {
        visit.open();
        return page(Form.blank(), done != null, visit);
    }

    @PostMapping
    ModelAndView ask(PublicVisit visit, Form form) {
        String language = visit.words().language().code();
        return visit.submit(
                FORM,
                form,
                answers -> PartnerAskPage.read(answers, language),
                input -> {
                    requests.receive(input.asker(), input.title(), input.details());
                    return SeeOther.to(PATH + "?in=" + language + "&done=1");
                },
                () -> page(form, false, visit));
    }

    private ModelAndView page(Form form, boolean done, PublicVisit visit) {
        Words t = visit.words();
        return PageView.of(
                "cooperation/partner/public-ask",
                new PartnerAskPage(
                        t,
                        settings.current().name(),
                        PATH + "?in=" + t.language().code(),
                        visit.otherOptions(t),
                        form,
                        visit.shield(FORM),
                        done ? t.say("public.partner.done", requests.findPromisedDay()) : null));
    }
}
