package org.convergence.resources.subsidy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy.EmptyWeeks;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of files, its file, and the chart of the weeks without a subsidised person. */
@Controller
@RequestMapping("/resources/subsidy")
@Requires(SubsidyPermissions.READ)
class SubsidyListController {

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
            ListColumn.of("subsidy.field.claimed", SubsidyRow::claimed),
            ListColumn.of("subsidy.field.paid", SubsidyRow::paid));

    private final SubsidyQueries queries;
    private final OrganisationSettings settings;

    SubsidyListController(SubsidyQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        boolean over = form.filled("over");
        String query = over ? "?over=yes" : "";
        List<SubsidyRow> rows = queries.findAll(over);
        LocalDate today = settings.today();
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS_BEFORE);
        List<EmptyWeeks> empty =
                EmptyWeekPolicy.find(queries.findGrantedPeriods(first.atDay(1), last(first)), today, last(first));
        return PageView.of(
                "resources/subsidy/subsidies",
                new SubsidyListPage(
                        SubsidyMenu.tabs(SubsidyMenu.LIST + query, t),
                        over || rows.isEmpty() ? null : chart(rows, empty, first, today, t),
                        over
                                ? List.of()
                                : empty.stream()
                                        .map(each -> describe(each, last(first), t))
                                        .toList(),
                        rows.stream().map(row -> item(row, t)).toList(),
                        SubsidyMenu.LIST + "/export.csv" + query,
                        SubsidyMenu.LIST + "/export.xlsx" + query,
                        CurrentActor.get().may(SubsidyPermissions.MANAGE),
                        over));
    }

    private static LocalDate last(YearMonth first) {
        return first.plusMonths(MONTHS).atDay(1).minusDays(1);
    }

    /** Weeks up to the end of the chart have no known end. */
    private static String describe(EmptyWeeks weeks, LocalDate last, Words t) {
        boolean isOpen = !weeks.to().plusDays(7).isBefore(last);
        return isOpen
                ? t.say("subsidy.empty-weeks.after", weeks.from())
                : t.say("subsidy.empty-weeks", weeks.count(), t.period(weeks.from(), weeks.to()));
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
                                each.from(), each.to(), ChartTone.AMBER, t.say("subsidy.chart.weeks", each.count())))
                        .toList(),
                List.of()));
        return new Timeline(t.say("subsidy.chart"), first, MONTHS, today, lines).draw(t);
    }

    private static String title(SubsidyRow row, Words t) {
        return Objects.requireNonNullElse(row.personName(), t.say("subsidy.nobody-chosen")) + " · " + row.programme();
    }

    private static SubsidyListPage.SubsidyListRow item(SubsidyRow row, Words t) {
        String money = row.claimed().signum() == 0
                ? t.say("subsidy.nothing-claimed")
                : t.say("subsidy.claimed", money(row.claimed(), t), money(row.paid(), t));
        return new SubsidyListPage.SubsidyListRow(
                row.position(),
                SubsidyMenu.url(row.id()),
                title(row, t) + " · " + t.period(row.startsOn(), row.endsOn()),
                money,
                row.state().tone(),
                t.say(row.state().key()));
    }

    static String money(BigDecimal amount, Words t) {
        return t.money(amount, "CAD");
    }

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
