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
import org.convergence.platform.audit.History;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.Settings;
import org.convergence.platform.settings.SettingsKeeping;
import org.convergence.platform.settings.SettingsPermissions;
import org.convergence.platform.settings.Standing;
import org.convergence.platform.settings.Zones;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.SettingsEntry;
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
class OwnOrganisationController {

    private static final int HISTORY = 30;

    private final SettingsKeeping keeping;
    private final AuditTrail trail;
    private final Clock clock;

    OwnOrganisationController(SettingsKeeping keeping, AuditTrail trail, Clock clock) {
        this.keeping = keeping;
        this.trail = trail;
        this.clock = clock;
    }

    private record Change(int version, Settings settings) {}

    @GetMapping
    ModelAndView show(Words t) {
        Standing now = keeping.standing();
        return page(form(now.settings()).at(now.version()), null, t);
    }

    @PostMapping
    ModelAndView change(Form form, Words t) {
        return form.submit(
                answers -> new Change(answers.version(), read(form, answers)),
                change -> {
                    keeping.change(change.version(), change.settings());
                    return Go.to("/home/settings/organisation").saying("home.organisation.saved");
                },
                () -> page(form, null, t),
                since -> page(form, conflict(form, since, t), t));
    }

    private Conflict conflict(Form mine, int since, Words t) {
        Standing now = keeping.standing();
        Form before = keeping.at(since).map(OwnOrganisationController::form).orElseGet(Form::blank);
        String who = trail.of(Standing.TABLE, now.id(), 1).stream()
                .findFirst()
                .map(AuditEntry::who)
                .orElse(null);
        return Conflict.between(
                mine,
                before,
                form(now.settings()).at(now.version()),
                since,
                who,
                OwnOrganisationPage.FIELDS,
                (field, value) -> OwnOrganisationPage.shown(field, value, t));
    }

    private ModelAndView page(Form form, @Nullable Conflict conflict, Words t) {
        Standing now = keeping.standing();
        History history = History.of(trail.of(Standing.TABLE, now.id(), HISTORY), "settings", t);
        return Page.of(
                "home/organisation", new OwnOrganisationPage(now.settings(), form, conflict, history, clock.instant()));
    }

    private static Form form(Settings settings) {
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

    private static Settings read(Form form, Answers answers) {
        String zone = answers.text("zone", 60);
        Optional<ZoneId> known = Zones.find(zone);
        String place = answers.optionalText("place", 20);
        if (known.isEmpty()) {
            form.reject("zone", "shell.form.choice");
        }
        if (place != null && Place.find(place).isEmpty()) {
            form.reject("place", "shell.form.choice");
        }
        Language first = answers.choice("first", Language.class);
        List<String> languages = new ArrayList<>(List.of(first.code()));
        answers.choices("languages", Language.class).stream()
                .map(Language::code)
                .filter(code -> !languages.contains(code))
                .forEach(languages::add);
        return new Settings(
                answers.text("name", 200),
                languages,
                known.orElse(ZoneId.of("UTC")),
                MonthDay.of(answers.whole("fiscalMonth", 1, 12), 1),
                place);
    }

    @Bean
    static SettingsEntry organisationEntry() {
        return SettingsEntry.of(10, "home.organisation", "/home/settings/organisation", SettingsPermissions.EDIT);
    }
}
