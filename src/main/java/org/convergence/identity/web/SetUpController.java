package org.convergence.identity.web;

import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.convergence.identity.domain.SetUpService;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The set-up of an installation, protected by the token printed at its start. */
@Controller
@Open("the printed token authorises it")
record SetUpController(SetUpService setUp) {

    private record SetUpInput(OrganisationProfile organisation, String person, String mail) {}

    @GetMapping("/set-up")
    ModelAndView closed() {
        return show(Form.blank(), null);
    }

    @GetMapping("/set-up/{secret}")
    ModelAndView open(@PathVariable String secret) {
        if (!setUp.isValid(secret)) {
            return show(Form.blank(), null);
        }
        Form form = Form.blank()
                .with("languages", List.of(Language.FRENCH, Language.ENGLISH))
                .with("zone", TimeZones.OFFERED.get(0))
                .with("fiscalMonth", Month.APRIL.getValue());
        return show(form, secret);
    }

    @PostMapping("/set-up/{secret}")
    ModelAndView createOrganisation(@PathVariable String secret, Form form) {
        return form.submit(
                SetUpController::read,
                founding -> {
                    String link = setUp.createOrganisation(
                            secret, founding.organisation(), founding.person(), founding.mail());
                    return SeeOther.to("/sign-in/" + link);
                },
                () -> show(form, secret));
    }

    private static SetUpInput read(FormValues answers) {
        List<String> languages = answers.choices("languages", Language.class).stream()
                .map(Language::code)
                .toList();
        OrganisationProfile organisation = new OrganisationProfile(
                answers.text("organisation", 200),
                languages.isEmpty() ? List.of(Language.FRENCH.code()) : languages,
                TimeZones.find(answers.text("zone", 60)).orElse(ZoneId.of(TimeZones.OFFERED.get(0))),
                MonthDay.of(answers.wholeNumber("fiscalMonth", 1, 12), 1),
                null);
        return new SetUpInput(organisation, answers.text("person", 200), answers.text("mail", 254));
    }

    private ModelAndView show(Form form, @Nullable String secret) {
        if (!setUp.isNeeded()) {
            throw new NotFound();
        }
        return PageView.of("identity/setUp", new SetUpPage(form, secret == null ? null : "/set-up/" + secret));
    }
}
