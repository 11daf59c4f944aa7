package org.convergence.cooperation.fieldwork.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerReport;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerReportId;
import org.convergence.cooperation.fieldwork.domain.PartnerReportService;
import org.convergence.cooperation.fieldwork.domain.PartnerReportService.OpenPromise;
import org.convergence.cooperation.fieldwork.domain.PartnerReportService.PageLanguage;
import org.convergence.cooperation.fieldwork.web.PartnerReportPage.PartnerReportEditPage;
import org.convergence.cooperation.fieldwork.web.PartnerReportPage.PartnerReportItem;
import org.convergence.cooperation.partner.PartnerPageLink;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Our report to a partner: drafted from the facts of some days in its language, read over, shown on its page. */
@Controller
@RequestMapping("/cooperation/fieldwork/reports")
@Requires(FieldworkPermissions.FOLLOW)
record PartnerReportController(
        PartnerReportService reports,
        PeopleDirectory people,
        PublicLanguages languages,
        OrganisationSettings settings) {

    static final String URL = "/cooperation/fieldwork/reports";

    private static final Field<LocalDate> FROM = Field.date("from", "fieldwork.report.from");
    private static final Field<LocalDate> TO = Field.date("to", "fieldwork.report.to");
    private static final String PROMISE = "promise";
    private static final int MONTHS = 3;
    private static final List<String> REPORT_WORDS = List.of("bilan", "rapport", "informe", "report");

    @Bean
    static PartnerPageLink reportToPartner() {
        return new PartnerPageLink("fieldwork.report.write", URL + "/of/", FieldworkPermissions.FOLLOW);
    }

    @GetMapping("/of/{partner}")
    ModelAndView write(@PathVariable OrganisationId partner, Form asked, Words t) {
        LocalDate to = TextParser.date(asked.value(TO.name())).orElse(settings.today());
        LocalDate from = TextParser.date(asked.value(FROM.name()))
                .or(() -> reports.findByPartner(partner).stream()
                        .findFirst()
                        .map(last -> last.periodTo().plusDays(1)))
                .filter(day -> !day.isAfter(to))
                .orElse(to.minusMonths(MONTHS).plusDays(1));
        Form form = Form.blank().with(FROM.name(), from).with(TO.name(), to);
        reports.findLanguage(partner)
                .ifPresent(language -> form.with(
                        PartnerReportPage.BODY.name(),
                        new NotesReportAssembler(words(language), settings.today())
                                .write(reports.findFacts(partner, from, to, language.language()))));
        reports.findOpenPromises(partner).stream()
                .filter(PartnerReportController::isReport)
                .findFirst()
                .ifPresent(promise -> form.with(PROMISE, promise.id()));
        return page(partner, form, t);
    }

    private NotesWords words(PageLanguage language) {
        return NotesWords.of(language.language(), language.numbers(), languages);
    }

    private static boolean isReport(OpenPromise promise) {
        String what = promise.what().toLowerCase(Locale.ROOT);
        return REPORT_WORDS.stream().anyMatch(what::contains);
    }

    private ModelAndView page(OrganisationId partner, Form form, Words t) {
        Optional<PageLanguage> language = reports.findLanguage(partner);
        return PageView.of(
                "cooperation/fieldwork/reports",
                new PartnerReportPage(
                        name(partner),
                        URL + "/of/" + partner.value(),
                        PartnerLinkController.URL + "?organisation=" + partner.value(),
                        language.map(each -> t.languageName(each.language())).orElse(""),
                        language.isPresent() ? form : null,
                        form.value(FROM.name()),
                        form.value(TO.name()),
                        reports.findOpenPromises(partner).stream()
                                .map(each -> Option.of(each.id(), each.what()))
                                .toList(),
                        reports.findByPartner(partner).stream()
                                .map(each -> new PartnerReportItem(
                                        url(each.id()),
                                        title(each, t),
                                        t.say("fieldwork.report.shown-on", each.shownOn())))
                                .toList()));
    }

    private String name(OrganisationId partner) {
        OrganisationName name = people.organisationNames(List.of(partner)).get(partner);
        if (name == null) {
            throw new NotFound("organisation");
        }
        return name.name();
    }

    private static String title(PartnerReport it, Words t) {
        return t.capital(t.period(it.periodFrom(), it.periodTo()));
    }

    private static String url(PartnerReportId id) {
        return URL + "/" + id.value();
    }

    private record ReportInput(
            LocalDate from,
            LocalDate to,
            String body,
            @Nullable UUID promise) {}

    @PostMapping("/of/{partner}")
    ModelAndView show(@PathVariable OrganisationId partner, Form form, Words t) {
        return form.submit(
                PartnerReportController::read,
                input -> {
                    reports.show(partner, input.from(), input.to(), input.body(), input.promise());
                    return SeeOther.to(URL + "/of/" + partner.value()).withNotice("fieldwork.report.shown");
                },
                () -> page(partner, form, t));
    }

    private static ReportInput read(FormValues answers) {
        LocalDate from = answers.get(FROM);
        LocalDate to = answers.get(TO);
        if (from.isAfter(to)) {
            answers.reject(PartnerReportPage.BODY.name(), "fieldwork.refused.report-days");
        }
        return new ReportInput(
                from,
                to,
                answers.get(PartnerReportPage.BODY),
                TextParser.id(answers.form().value(PROMISE)).orElse(null));
    }

    @GetMapping("/{id}")
    ModelAndView open(@PathVariable PartnerReportId id, Words t) {
        PartnerReport it = reports.findById(id);
        return edit(it, Form.blank().atVersion(it.version()).with(PartnerReportPage.BODY.name(), it.body()), t);
    }

    private ModelAndView edit(PartnerReport it, Form form, Words t) {
        return PageView.of(
                "cooperation/fieldwork/report",
                new PartnerReportEditPage(
                        name(it.organisation()) + " – " + title(it, t),
                        url(it.id()),
                        URL + "/of/" + it.organisation().value(),
                        form));
    }

    private record ReportCorrection(int version, String body) {}

    @PostMapping("/{id}")
    ModelAndView correct(@PathVariable PartnerReportId id, Form form, Words t) {
        PartnerReport it = reports.findById(id);
        return form.submit(
                answers -> new ReportCorrection(answers.version(), answers.get(PartnerReportPage.BODY)),
                input -> {
                    reports.correct(id, input.version(), input.body());
                    return SeeOther.to(URL + "/of/" + it.organisation().value())
                            .withNotice("fieldwork.report.corrected");
                },
                () -> edit(it, form, t));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable PartnerReportId id) {
        PartnerReport it = reports.findById(id);
        boolean isPromised = reports.remove(id);
        return SeeOther.to(URL + "/of/" + it.organisation().value())
                .withNotice(isPromised ? "fieldwork.report.removed.promised" : "fieldwork.report.removed");
    }
}
