package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.Standing;
import org.convergence.directory.consent.domain.StandingKeeping;
import org.convergence.directory.consent.domain.StandingKeeping.Said;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.History;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.SettingsEntry;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The legal settings: the charity registration day, and the signature of messages. */
@Controller
@RequestMapping("/directory/consent/settings")
@Requires(ConsentPermissions.SETTLE)
class StandingController {

    private static final List<String> FIELDS = List.of("charity", "address", "contact", "title", "privacy");

    private final StandingKeeping keeping;

    StandingController(StandingKeeping keeping) {
        this.keeping = keeping;
    }

    private record Change(int version, Standing standing) {}

    @GetMapping
    ModelAndView show(Words t) {
        return page(form(keeping.said()), null, t);
    }

    @PostMapping
    ModelAndView say(Form form, Words t) {
        return form.submit(
                answers -> new Change(answers.version(), read(answers)),
                change -> {
                    keeping.say(change.version(), change.standing());
                    return Go.to(ConsentUrls.SETTINGS).saying("consent.settings.saved");
                },
                () -> page(form, null, t),
                since -> page(form, conflict(form, since), t));
    }

    private Conflict conflict(Form mine, int since) {
        Form before = keeping.at(since)
                .map(standing -> form(new Said(since, standing)))
                .orElseGet(Form::blank);
        String who = keeping.changes().stream().findFirst().map(AuditEntry::who).orElse(null);
        return Conflict.between(mine, before, form(keeping.said()), since, who, FIELDS, (field, value) -> value);
    }

    private ModelAndView page(Form form, @Nullable Conflict conflict, Words t) {
        History history = History.of(keeping.changes(), "consent.settings", t);
        return Page.of("directory/consent/settings", new StandingPage(form, conflict, history));
    }

    private static Form form(Said said) {
        return Form.blank()
                .at(said.version())
                .with("charity", said.standing().charitySince())
                .with("address", said.standing().address())
                .with("contact", said.standing().contact())
                .with("title", said.standing().privacyTitle())
                .with("privacy", said.standing().privacyContact());
    }

    private static Standing read(Answers answers) {
        return new Standing(
                answers.optionalDate("charity"),
                answers.optionalText("address", Standing.LONGEST_ADDRESS),
                answers.optionalText("contact", Standing.LONGEST_CONTACT),
                answers.optionalText("title", Standing.LONGEST_TITLE),
                answers.optionalText("privacy", Standing.LONGEST_CONTACT));
    }

    @Bean
    static SettingsEntry consentSettingsEntry() {
        return SettingsEntry.of(15, "consent.settings", ConsentUrls.SETTINGS, ConsentPermissions.SETTLE);
    }
}
