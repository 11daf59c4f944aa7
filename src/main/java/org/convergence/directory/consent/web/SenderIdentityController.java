package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.SenderIdentity;
import org.convergence.directory.consent.domain.SenderIdentityService;
import org.convergence.directory.consent.domain.SenderIdentityService.SavedSenderIdentity;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
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
record SenderIdentityController(SenderIdentityService senderIdentityService, OrganisationSettings settings) {

    private static final List<String> FIELDS = List.of("charity", "address", "contact", "title", "privacy");

    private record SenderIdentityChange(int version, SenderIdentity standing) {}

    @GetMapping
    ModelAndView show(Words t) {
        return page(propose(form(senderIdentityService.findCurrent())), null, t);
    }

    @PostMapping
    ModelAndView save(Form form, Words t) {
        return form.submit(
                answers -> new SenderIdentityChange(answers.version(), read(answers)),
                change -> {
                    senderIdentityService.save(change.version(), change.standing());
                    return SeeOther.to(ConsentPersonPage.SETTINGS).withNotice("consent.settings.saved");
                },
                () -> page(form, null, t),
                since -> page(form, conflict(form, since), t));
    }

    /** The address and the contact of the organisation, where none are written here. */
    private Form propose(Form form) {
        OrganisationIdentity known = settings.current().identity();
        if (!form.filled("address")) {
            form.with("address", known.address());
        }
        return form.filled("contact") ? form : form.with("contact", known.contact());
    }

    private Conflict conflict(Form mine, int since) {
        Form before = senderIdentityService
                .findAtVersion(since)
                .map(standing -> form(new SavedSenderIdentity(since, standing)))
                .orElseGet(Form::blank);
        String who = senderIdentityService.findChanges().stream()
                .findFirst()
                .map(AuditEntry::who)
                .orElse(null);
        return Conflict.merge(
                mine, before, form(senderIdentityService.findCurrent()), since, who, FIELDS, (field, value) -> value);
    }

    private ModelAndView page(Form form, @Nullable Conflict conflict, Words t) {
        ChangeHistory history = ChangeHistory.of(senderIdentityService.findChanges(), "consent.settings", t);
        return PageView.of("directory/consent/settings", new SenderIdentityPage(form, conflict, history));
    }

    private static Form form(SavedSenderIdentity said) {
        return Form.blank()
                .atVersion(said.version())
                .with("charity", said.standing().charitySince())
                .with("address", said.standing().address())
                .with("contact", said.standing().contact())
                .with("title", said.standing().privacyTitle())
                .with("privacy", said.standing().privacyContact());
    }

    private static SenderIdentity read(FormValues answers) {
        return new SenderIdentity(
                answers.optionalDate("charity"),
                answers.optionalText("address", SenderIdentity.LONGEST_ADDRESS),
                answers.optionalText("contact", SenderIdentity.LONGEST_CONTACT),
                answers.optionalText("title", SenderIdentity.LONGEST_TITLE),
                answers.optionalText("privacy", SenderIdentity.LONGEST_CONTACT));
    }

    @Bean
    static SettingsPageEntry consentSettingsEntry() {
        return SettingsPageEntry.of(15, "consent.settings", ConsentPersonPage.SETTINGS, ConsentPermissions.SETTLE);
    }
}
