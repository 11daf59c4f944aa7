package org.convergence.resources.subsidy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.chart.Timeline;
import org.convergence.platform.chart.Timeline.TimelineRow;
import org.convergence.platform.chart.Timeline.TimelineSpan;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy.EmptyWeeks;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy.SubsidisedPeriod;
import org.convergence.resources.subsidy.domain.Subsidy;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyStepKind;
import org.convergence.resources.subsidy.domain.SubsidyProgrammeService;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;
import org.convergence.resources.subsidy.domain.SubsidyService;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyFormPage;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The wage subsidies with the weeks without a subsidised person, and the file of one. */
@Controller
@RequestMapping("/resources/subsidy")
@Requires(SubsidyPermissions.MANAGE)
record SubsidyController(
        SubsidyService service,
        SubsidyQueries queries,
        SubsidyProgrammeService programmes,
        SubsidyPageAssembler pages,
        SubsidyForm forms,
        PartyChooser chooser,
        OrganisationSettings settings) {

    private static final List<String> FORMATS = List.of("csv", "xlsx");
    private static final int MONTHS_BEFORE = 2;
    private static final int MONTHS = 14;
    private static final List<ListColumn<SubsidyRow>> COLUMNS = List.of(
            ListColumn.of("subsidy.field.programme", SubsidyRow::programme),
            ListColumn.of("subsidy.field.position", SubsidyRow::position),
            ListColumn.of("subsidy.field.person", SubsidyRow::personName),
            ListColumn.formatted(
                    "subsidy.field.state", (row, t) -> t.say(row.state().key())),
            ListColumn.of("subsidy.field.starts_on", SubsidyRow::startsOn),
            ListColumn.of("subsidy.field.ends_on", SubsidyRow::endsOn),
            ListColumn.of("subsidy.field.weeks", SubsidyRow::weeks),
            ListColumn.of("subsidy.field.hours", SubsidyRow::hours),
            ListColumn.of("subsidy.field.prepared", SubsidyRow::prepared),
            ListColumn.of("subsidy.field.claimed", SubsidyRow::claimed),
            ListColumn.of("subsidy.field.paid", SubsidyRow::paid));

    @GetMapping("/new")
    ModelAndView open(Form form, Words t) {
        Form blank = Form.blank()
                .with(SubsidyForm.PROGRAMME.name(), form.value(SubsidyForm.PROGRAMME.name()))
                .with(SubsidyForm.STATE.name(), SubsidyState.ASKED)
                .with(SubsidyForm.HOURS.name(), "35");
        return formPage(null, blank, t);
    }

    @PostMapping("/new")
    ModelAndView create(Form form, Words t) {
        return form.submit(
                forms::read,
                content -> SeeOther.to(SubsidyContributions.url(service.create(content)))
                        .withNotice("subsidy.opened"),
                () -> formPage(null, form, t));
    }

    @GetMapping("/{id}")
    @Requires(SubsidyPermissions.READ)
    ModelAndView show(@PathVariable SubsidyId id, Words t) {
        return PageView.of("resources/subsidy/subsidy", pages.assemble(id, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable SubsidyId id, Words t) {
        Subsidy subsidy = service.findById(id);
        return formPage(subsidy, SubsidyForm.fill(subsidy, queries.findSteps(id)), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable SubsidyId id, Form form, Words t) {
        Subsidy subsidy = service.findById(id);
        return form.submit(
                answers -> Map.entry(answers.version(), forms.read(answers)),
                input -> service.update(id, input.getKey(), input.getValue()),
                SeeOther.to(SubsidyContributions.url(id)).withNotice("subsidy.saved"),
                () -> formPage(subsidy, form, t));
    }

    private ModelAndView formPage(@Nullable Subsidy subsidy, Form form, Words t) {
        String url = subsidy == null ? SubsidyContributions.LIST : SubsidyContributions.url(subsidy.typedId());
        return PageView.of(
                "resources/subsidy/subsidy-form",
                new SubsidyFormPage(
                        subsidy == null ? "subsidy.new" : "subsidy.edit",
                        url + (subsidy == null ? "/new" : "/edit"),
                        url,
                        form,
                        subsidy != null || !form.problems().isEmpty(),
                        programmes.findAll().stream()
                                .map(each -> Option.of(each.typedId(), each.name()))
                                .toList(),
                        contracts(subsidy, t),
                        chooser.persons(form, SubsidyForm.PERSON, 1, List.of()),
                        chooser.responsible(form, SubsidyForm.RESPONSIBLE)));
    }

    private List<Option> contracts(@Nullable Subsidy subsidy, Words t) {
        return subsidy == null || subsidy.person() == null
                ? List.of()
                : queries.findContracts(subsidy.person()).stream()
                        .map(each -> Option.of(each.id(), SubsidyPageAssembler.describe(each, t)))
                        .toList();
    }

    @PostMapping("/{id}/step/{kind}")
    ModelAndView completeStep(@PathVariable SubsidyId id, @PathVariable SubsidyStepKind kind) {
        service.completeStep(id, kind, settings.today());
        return SeeOther.to(SubsidyContributions.url(id))
                .withNotice("subsidy.step.completed")
                .withUndo(SubsidyContributions.url(id) + "/step/" + kind.name() + "/reopen");
    }

    @PostMapping("/{id}/step/{kind}/reopen")
    ModelAndView reopenStep(@PathVariable SubsidyId id, @PathVariable SubsidyStepKind kind) {
        service.reopenStep(id, kind);
        return SeeOther.to(SubsidyContributions.url(id)).withNotice("subsidy.step.reopened");
    }

    @Requires(SubsidyPermissions.READ)
    @GetMapping
    ModelAndView list(Form form, Words t) {
        boolean over = form.filled("over");
        String query = over ? "?over=yes" : "";
        List<SubsidyRow> rows = queries.findAll(over);
        LocalDate today = settings.today();
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS_BEFORE);
        Collection<SubsidisedPeriod> worked = queries.findWorkedPeriods(LocalDate.EPOCH, last(first));
        List<EmptyWeeks> empty = EmptyWeekPolicy.findCurrent(worked, first.atDay(1), today, last(first));
        return PageView.of(
                "resources/subsidy/subsidies",
                new SubsidyListPage(
                        SubsidyContributions.tabs(SubsidyContributions.LIST + query, t),
                        over || rows.isEmpty() ? null : chart(rows, empty, first, today, t),
                        over
                                ? List.of()
                                : empty.stream()
                                        .map(each -> describe(each, worked, first, today, t))
                                        .toList(),
                        rows.stream().map(row -> item(row, t)).toList(),
                        SubsidyContributions.LIST + "/export.csv" + query,
                        SubsidyContributions.LIST + "/export.xlsx" + query,
                        CurrentActor.get().may(SubsidyPermissions.MANAGE),
                        over));
    }

    private static LocalDate last(YearMonth first) {
        return first.plusMonths(MONTHS).atDay(1).minusDays(1);
    }

    /** Weeks up to the end of the chart have no known end. */
    private static boolean isOpen(EmptyWeeks weeks, LocalDate last) {
        return !weeks.to().plusDays(7).isBefore(last);
    }

    private static String describe(
            EmptyWeeks weeks, Collection<SubsidisedPeriod> worked, YearMonth first, LocalDate today, Words t) {
        if (!isOpen(weeks, last(first))) {
            return t.say("subsidy.empty-weeks", weeks.count(), t.period(weeks.from(), weeks.to()));
        }
        LocalDate since = EmptyWeekPolicy.findEnd(worked, weeks.to());
        if (since == null) {
            return t.say("subsidy.empty-weeks.nobody");
        }
        return since.isAfter(today)
                ? t.say("subsidy.empty-weeks.after", weeks.from())
                : t.say("subsidy.empty-weeks.since", since);
    }

    private static Drawing chart(
            List<SubsidyRow> rows, List<EmptyWeeks> empty, YearMonth first, LocalDate today, Words t) {
        List<TimelineRow> lines = new ArrayList<>();
        for (SubsidyRow row : rows) {
            boolean granted = row.state() == SubsidyState.APPROVED;
            lines.add(new TimelineRow(
                    row.position(),
                    List.of(new TimelineSpan(
                            row.startsOn(),
                            row.endsOn(),
                            granted ? ChartTone.GREEN : ChartTone.MUTED,
                            t.say(row.state().key()))),
                    List.of()));
        }
        lines.add(new TimelineRow(
                t.say("subsidy.chart.empty"),
                empty.stream()
                        .map(each -> new TimelineSpan(
                                each.from(),
                                each.to(),
                                ChartTone.AMBER,
                                t.say("subsidy.chart.weeks", each.count()),
                                isOpen(each, last(first)) ? t.period(each.from(), null) : null))
                        .toList(),
                List.of()));
        return new Timeline(t.say("subsidy.chart"), first, MONTHS, today, lines).draw(t);
    }

    private static String title(SubsidyRow row, Words t) {
        return Objects.requireNonNullElse(row.personName(), t.say("subsidy.nobody-chosen")) + " · " + row.programme();
    }

    private static SubsidyListPage.SubsidyListRow item(SubsidyRow row, Words t) {
        return new SubsidyListPage.SubsidyListRow(
                row.position(),
                SubsidyContributions.url(row.id()),
                title(row, t) + " · " + t.period(row.startsOn(), row.endsOn()),
                SubsidyFormatter.money(row, t),
                row.state().tone(),
                t.say(row.state().key()));
    }

    static String money(BigDecimal amount, Words t) {
        return t.money(amount, "CAD");
    }

    @Requires(SubsidyPermissions.READ)
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        if (!FORMATS.contains(format)) {
            throw new NotFound("format");
        }
        String title = t.say("subsidy.menu");
        ListView.write(
                format,
                Slug.of(title),
                title,
                COLUMNS,
                queries.takeOut(form.filled("over"), format.toUpperCase(Locale.ROOT)),
                t,
                response);
    }
}
