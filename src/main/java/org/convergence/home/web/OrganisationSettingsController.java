package org.convergence.home.web;

import java.time.Clock;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.Upload;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.SettingsPermissions;
import org.convergence.platform.settings.SettingsService;
import org.convergence.platform.settings.SettingsService.VersionedProfile;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The settings of the organisation. */
@Controller
@RequestMapping("/home/settings/organisation")
@Requires(SettingsPermissions.EDIT)
record OrganisationSettingsController(
        SettingsService settingsService, AuditTrail trail, DocumentService documents, Clock clock) {

    private static final int HISTORY = 30;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record SettingsInput(int version, OrganisationProfile settings, byte[] logo) {}

    @GetMapping
    ModelAndView show(Words t) {
        VersionedProfile now = settingsService.findCurrent();
        return page(form(now.settings()).atVersion(now.version()), null, t);
    }

    @PostMapping
    ModelAndView change(Form form, Words t) {
        return form.submit(
                answers -> read(form, answers),
                change -> {
                    settingsService.update(change.version(), change.settings(), change.logo());
                    return SeeOther.to("/home/settings/organisation").withNotice("home.organisation.saved");
                },
                () -> page(form, null, t),
                since -> page(form, conflict(form, since, t), t));
    }

    private Conflict conflict(Form mine, int since, Words t) {
        VersionedProfile now = settingsService.findCurrent();
        Form before = settingsService
                .findVersion(since)
                .map(OrganisationSettingsController::form)
                .orElseGet(Form::blank);
        String who = trail.findByRow(VersionedProfile.TABLE, now.id(), 1).stream()
                .findFirst()
                .map(AuditEntry::who)
                .orElse(null);
        return Conflict.merge(
                mine,
                before,
                form(now.settings()).atVersion(now.version()),
                since,
                who,
                OwnOrganisationPage.FIELDS,
                (field, value) -> OwnOrganisationPage.formatValue(field, value, t));
    }

    private ModelAndView page(Form form, @Nullable Conflict conflict, Words t) {
        VersionedProfile now = settingsService.findCurrent();
        ChangeHistory history =
                ChangeHistory.of(trail.findByRow(VersionedProfile.TABLE, now.id(), HISTORY), "settings", t);
        return PageView.of(
                "home/organisation", new OwnOrganisationPage(now.settings(), form, conflict, history, clock.instant()));
    }

    private static Form form(OrganisationProfile settings) {
        return Form.blank()
                .with("name", settings.name())
                .with("first", Language.of(settings.languages().get(0)))
                .with(
                        "languages",
                        settings.languages().stream().map(Language::of).toList())
                .with("zone", settings.zone().getId())
                .with("fiscalMonth", settings.fiscalYearStart().getMonthValue())
                .with("place", settings.homePlace())
                .with("legalName", settings.identity().legalName())
                .with("registration", settings.identity().registration())
                .with("address", settings.identity().address())
                .with("phone", settings.identity().phone())
                .with("mail", settings.identity().mail())
                .with("site", settings.identity().site())
                .with("chequesTo", settings.identity().chequesTo())
                .with("bankDetails", settings.identity().bankDetails())
                .with("signatory", settings.identity().signatory())
                .with("signatoryTitle", settings.identity().signatoryTitle())
                .with("giving", settings.identity().giving());
    }

    private SettingsInput read(Form form, FormValues answers) {
        String zone = answers.text("zone", 60);
        Optional<ZoneId> known = TimeZones.find(zone);
        String place = answers.optionalText("place", 20);
        if (known.isEmpty()) {
            form.reject("zone", "shell.form.choice");
        }
        if (place != null && Place.findByCode(place).isEmpty()) {
            form.reject("place", "shell.form.choice");
        }
        Language first = answers.choice("first", Language.class);
        List<String> languages = new ArrayList<>(List.of(first.code()));
        answers.choices("languages", Language.class).stream()
                .map(Language::code)
                .filter(code -> !languages.contains(code))
                .forEach(languages::add);
        Upload picture = upload(answers);
        byte[] logo = picture == null ? new byte[0] : shrink(picture, form);
        return new SettingsInput(
                answers.version(),
                new OrganisationProfile(
                        answers.text("name", 200),
                        languages,
                        known.orElse(ZoneId.of("UTC")),
                        MonthDay.of(answers.wholeNumber("fiscalMonth", 1, 12), 1),
                        place,
                        identity(answers, logoName(answers, picture))),
                logo);
    }

    private static @Nullable Upload upload(FormValues answers) {
        MultipartFile file = answers.file("logo");
        return file == null ? null : Upload.of(file.getOriginalFilename(), file);
    }

    private byte[] shrink(Upload picture, Form form) {
        try {
            return documents.shrink(picture);
        } catch (Refused refused) {
            form.reject("logo", refused.messageKey(), refused.arguments());
            return new byte[0];
        }
    }

    private String logoName(FormValues answers, @Nullable Upload picture) {
        if (answers.checkbox("removeLogo")) {
            return "";
        }
        return picture == null
                ? settingsService.findCurrent().settings().identity().logo()
                : TextShortener.shorten(picture.name().replaceAll("\\p{C}", ""), 120);
    }

    private static OrganisationIdentity identity(FormValues answers, String logo) {
        return new OrganisationIdentity(
                text(answers, "legalName", 200),
                text(answers, "registration", 40),
                text(answers, "address", 400),
                text(answers, "phone", 60),
                text(answers, "mail", 200),
                text(answers, "site", 200),
                text(answers, "chequesTo", 200),
                text(answers, "bankDetails", 600),
                text(answers, "signatory", 200),
                text(answers, "signatoryTitle", 200),
                logo,
                giving(answers));
    }

    private static String giving(FormValues answers) {
        String link = text(answers, "giving", 500);
        if (!link.isEmpty() && !link.matches("https?://[^\\s<>\"]+")) {
            answers.reject("giving", "home.organisation.giving.refused");
            return "";
        }
        return link;
    }

    private static String text(FormValues answers, String field, int most) {
        return Objects.requireNonNullElse(answers.optionalText(field, most), "");
    }

    @Bean
    static SettingsPageEntry organisationEntry() {
        return SettingsPageEntry.of(10, "home.organisation", "/home/settings/organisation", SettingsPermissions.EDIT);
    }
}
