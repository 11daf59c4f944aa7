package org.convergence.education.internship.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.FileReadingService;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.web.InternshipPage.FileRow;
import org.convergence.education.internship.web.InternshipPage.InternshipListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of calls. */
@Controller
@RequestMapping("/education/internship")
@Requires(InternshipPermissions.READ)
record InternshipListController(
        InternshipCallService calls, FileReadingService readings, OrganisationSettings settings) {

    @Bean
    static MenuEntry internshipMenuEntry() {
        return MenuEntry.of("internship.menu", InternshipPage.LIST).requiring(InternshipPermissions.READ);
    }

    @GetMapping
    ModelAndView list(Words t) {
        List<FileRow> rows = calls.findAll().stream()
                .map(each -> row(each, settings.today(), t))
                .toList();
        return PageView.of(
                "education/internship/calls",
                new InternshipListPage(
                        rows,
                        !readings.findCalls().isEmpty(),
                        CurrentActor.get().may(InternshipPermissions.EDIT)));
    }

    private static FileRow row(InternshipCall call, LocalDate today, Words t) {
        return new FileRow(
                call.title(t),
                InternshipPage.url(call.id()),
                call.destination() + " · " + t.period(call.startsOn(), call.endsOn()),
                call.state().tone(),
                t.say(InternshipPageAssembler.stateKey(call, today)),
                null);
    }

    /** Calls that are or were public in dossiers. */
    @Bean
    static ThemeSection internshipsOfTheme() {
        return new ThemeSection(
                55,
                InternshipPermissions.READ,
                "internship.menu",
                InternshipPage.LIST,
                """
                        SELECT c.id, c.title_fr AS title, NULL::text AS kind, c.destination AS detail, c.starts_on AS day
                        FROM education.internship_call c
                        WHERE c.state <> 'DRAFT'
                              AND ' ' || platform.fold(concat_ws(' ', c.title_fr, c.title_en, c.text_fr, c.text_en)) LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        InternshipPage.url(new InternshipCallId(row.id())),
                        row.title(),
                        Objects.requireNonNullElse(row.detail(), "")));
    }

    /** Interns of cohorts whose return activities are not attested by their day. */
    @Bean
    static YearEndCheck returnActivitiesToAttest() {
        return new YearEndCheck(55, "internship.year-end", InternshipPermissions.EDIT, InternshipPage.LIST, """
                SELECT a.id, c.return_by AS day, c.title_fr || ' · ' || a.number AS title,
                       '/education/internship/' || c.id AS url
                FROM education.internship_application a JOIN education.internship_call c ON c.id = a.call
                WHERE a.state = 'CHOSEN' AND a.attested_on IS NULL AND c.return_by <= :to
                """);
    }
}
