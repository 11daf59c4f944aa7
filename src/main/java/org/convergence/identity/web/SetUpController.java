package org.convergence.identity.web;

import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.convergence.identity.domain.SetUp;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.Settings;
import org.convergence.platform.settings.Zones;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The set-up of an installation, protected by the token printed at its start. */
@Controller
@Open("the printed token is what opens it")
class SetUpController {

    private final SetUp setUp;

    SetUpController(SetUp setUp) {
        this.setUp = setUp;
    }

    private record Founding(Settings organisation, String person, String mail) {}

    @GetMapping("/set-up")
    ModelAndView closed() {
        return show(Form.blank(), null);
    }

    @GetMapping("/set-up/{secret}")
    ModelAndView open(@PathVariable String secret) {
        if (!setUp.opens(secret)) {
            return show(Form.blank(), null);
        }
        Form form = Form.blank()
                .with("languages", List.of(Language.FRENCH, Language.ENGLISH))
                .with("zone", Zones.OFFERED.get(0))
                .with("fiscalMonth", Month.APRIL.getValue());
        return show(form, secret);
    }

    @PostMapping("/set-up/{secret}")
    ModelAndView found(@PathVariable String secret, Form form) {
        return form.submit(
                SetUpController::read,
                founding -> {
                    String link = setUp.found(secret, founding.organisation(), founding.person(), founding.mail());
                    return Go.to("/sign-in/" + link);
                },
                () -> show(form, secret));
    }

    private static Founding read(Answers answers) {
        List<String> languages = answers.choices("languages", Language.class).stream()
                .map(Language::code)
                .toList();
        Settings organisation = new Settings(
                answers.text("organisation", 200),
                languages.isEmpty() ? List.of(Language.FRENCH.code()) : languages,
                Zones.find(answers.text("zone", 60)).orElse(ZoneId.of(Zones.OFFERED.get(0))),
                MonthDay.of(answers.whole("fiscalMonth", 1, 12), 1),
                null);
        return new Founding(organisation, answers.text("person", 200), answers.text("mail", 254));
    }

    private ModelAndView show(Form form, @Nullable String secret) {
        if (!setUp.isNeeded()) {
            throw new NotFound();
        }
        return Page.of("identity/setUp", new SetUpPage(form, secret == null ? null : "/set-up/" + secret));
    }
}
