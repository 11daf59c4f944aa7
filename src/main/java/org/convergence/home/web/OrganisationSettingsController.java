package org.convergence.home.web;

import java.time.Clock;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.SettingsPermissions;
import org.convergence.platform.settings.SettingsService;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.settings.VersionedProfile;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The settings of the organisation. */
@Controller
@RequestMapping("/home/settings/organisation")
@Requires(SettingsPermissions.EDIT)
class OrganisationSettingsController {

    private static final int HISTORY = 30;

    private final SettingsService settingsService;
    private final AuditTrail trail;
    private final Clock clock;

    OrganisationSettingsController(SettingsService settingsService, AuditTrail trail, Clock clock) {
        this.settingsService = settingsService;
        this.trail = trail;
        this.clock = clock;
    }

    private record SettingsInput(int version, OrganisationProfile settings) {}

    @GetMapping
    ModelAndView show(Words t) {
        VersionedProfile now = settingsService.findCurrent();
        return page(form(now.settings()).atVersion(now.version()), null, t);
    }

    @PostMapping
    ModelAndView change(Form form, Words t) {
        return form.submit(
                answers -> new SettingsInput(answers.version(), read(form, answers)),
                change -> {
                    settingsService.update(change.version(), change.settings());
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
                .with("place", settings.homePlace());
    }

    private static OrganisationProfile read(Form form, FormValues answers) {
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
        return new OrganisationProfile(
                answers.text("name", 200),
                languages,
                known.orElse(ZoneId.of("UTC")),
                MonthDay.of(answers.wholeNumber("fiscalMonth", 1, 12), 1),
                place);
    }

    @Bean
    static SettingsPageEntry organisationEntry() {
        return SettingsPageEntry.of(10, "home.organisation", "/home/settings/organisation", SettingsPermissions.EDIT);
    }
}
